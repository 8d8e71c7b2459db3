package chat.parley.desktop.viewmodel.text.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know of a language.
 *
 * @param names by which people ask for it
 * @param keywords in lower case when {@code anyCase}
 * @param lineComments what begins a comment to the end of the line
 * @param blockComments begin and end, with a space between
 * @param quotes the characters around a string on one line
 * @param longQuotes what is around a string over several lines
 * @param keySigns what stands between a key and its value at the beginning of a line or after a
 *     string; empty when the language has none
 */
record Language(
    Set<String> names,
    Set<String> keywords,
    List<String> lineComments,
    List<String> blockComments,
    String quotes,
    List<String> longQuotes,
    String keySigns,
    boolean anyCase,
    boolean tags) {
  private static final String C_LIKE =
      "if else for while do switch case default break continue return goto sizeof void int char"
          + " short long float double unsigned signed const static struct union enum typedef extern"
          + " volatile true false null this new class public private protected virtual override"
          + " namespace using template try catch throw finally ";

  private static final List<Language> ALL =
      List.of(
          slashed(
              "java",
              "abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for if implements import"
                  + " instanceof int interface long native new null package permits private"
                  + " protected public record return sealed short static super switch synchronized"
                  + " this throw throws transient true try var void volatile when while yield false",
              "\"'",
              "\"\"\""),
          slashed(
              "javascript js jsx mjs typescript ts tsx",
              "abstract any as async await boolean break case catch class const continue debugger"
                  + " declare default delete do else enum export extends false finally for from"
                  + " function get if implements import in instanceof interface let namespace never"
                  + " new null number of private protected public readonly return set static string"
                  + " super switch this throw true try type typeof undefined unknown var void while"
                  + " yield",
              "\"'",
              "`"),
          slashed(
              "c h cpp c++ cc cxx hpp",
              C_LIKE
                  + "auto bool constexpr delete explicit friend inline noexcept nullptr operator"
                  + " register static_cast typename wchar_t include define ifdef ifndef endif pragma",
              "\"'"),
          slashed(
              "csharp cs c#",
              C_LIKE
                  + "abstract as async await base bool byte decimal delegate event explicit fixed"
                  + " foreach get implicit in init interface internal is lock object operator out"
                  + " params partial readonly record ref sealed set string unchecked unsafe var where"
                  + " yield",
              "\"'",
              "\"\"\""),
          slashed(
              "go golang",
              "any append bool break byte case chan const continue default defer else error"
                  + " fallthrough false float64 for func go goto if import int int64 interface len"
                  + " make map nil package range return rune select string struct switch true type"
                  + " uint var",
              "\"'",
              "`"),
          slashed(
              "rust rs",
              "as async await bool break const continue crate dyn else enum extern false fn for i32"
                  + " i64 if impl in let loop match mod move mut None Ok Err Option pub ref Result"
                  + " return self Self Some static str String struct super trait true type u32 u64 u8"
                  + " unsafe use usize Vec where while",
              "\""),
          hashed(
              "python py",
              "and as assert async await break case class continue def del elif else except False"
                  + " finally for from global if import in is lambda match None nonlocal not or pass"
                  + " raise return self True try while with yield",
              "\"'",
              "",
              "\"\"\"",
              "'''"),
          hashed(
              "shell sh bash zsh console",
              "case do done elif else esac export fi for function if in local return then until while"
                  + " cd echo exit read set source sudo test trap unset",
              "\"'",
              ""),
          hashed("yaml yml", "true false null yes no on off", "\"'", ":"),
          hashed("properties ini toml conf cfg env", "true false", "\"", "=:"),
          new Language(
              words("sql mysql postgresql postgres sqlite plsql"),
              words(
                  "add all alter and as asc begin between by case check column commit constraint"
                      + " create cross default delete desc distinct drop else end exists foreign from"
                      + " full group having if in index inner insert integer into is join key left"
                      + " like limit not null offset on or order outer primary references returning"
                      + " right rollback select set table text then transaction union unique update"
                      + " using values varchar view when where with"),
              List.of("--"),
              List.of("/* */"),
              "'\"",
              List.of(),
              "",
              true,
              false),
          new Language(
              words("json json5 jsonc"),
              words("true false null"),
              List.of("//"),
              List.of("/* */"),
              "\"",
              List.of(),
              ":",
              false,
              false),
          new Language(
              words("xml html xhtml svg fxml pom"),
              Set.of(),
              List.of(),
              List.of("<!-- -->"),
              "\"'",
              List.of(),
              "",
              false,
              true));

  /** The language people call so; null when it is none of these. */
  static @Nullable Language named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(one -> one.names.contains(wanted)).findFirst().orElse(null);
  }

  boolean isKeyword(String word) {
    return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
  }

  private static Language slashed(
      String names, String keywords, String quotes, String... longQuotes) {
    return new Language(
        words(names),
        words(keywords),
        List.of("//"),
        List.of("/* */"),
        quotes,
        List.of(longQuotes),
        "",
        false,
        false);
  }

  private static Language hashed(
      String names, String keywords, String quotes, String keySigns, String... longQuotes) {
    return new Language(
        words(names),
        words(keywords),
        names.startsWith("properties") ? List.of("#", ";", "!") : List.of("#"),
        List.of(),
        quotes,
        List.of(longQuotes),
        keySigns,
        false,
        false);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.strip().split(" +")));
  }
}
