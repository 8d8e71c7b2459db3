package chat.parley.server;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command with its options, told to picocli in code: what it reads out of annotations instead
 * takes a good part of a server's start. Used on the main thread only.
 */
final class Subcommand {
  /** What a command does once its options are read; the answer is the exit code. */
  interface Job {
    int run(Subcommand command) throws Exception;
  }

  private final CommandSpec spec;

  Subcommand(String name, String description, Job job) {
    Callable<Integer> call = () -> job.run(this);
    spec = CommandSpec.wrapWithoutInspection(call).name(name);
    spec.usageMessage().description(description);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this list and exit.")
            .build());
  }

  /** An option with a value; what is not given is {@code usual}, which may be null. */
  Subcommand option(String name, String label, @Nullable String usual, String description) {
    OptionSpec.Builder option =
        OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
    spec.addOption(usual == null ? option.build() : option.defaultValue(usual).build());
    return this;
  }

  /** An option without a value. */
  Subcommand flag(String name, String description) {
    spec.addOption(
        OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build());
    return this;
  }

  /** What stands alone after the options, and must. */
  Subcommand parameter(String label) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(String.class)
            .paramLabel(label)
            .index("0")
            .arity("1")
            .build());
    return this;
  }

  Subcommand with(Subcommand below) {
    spec.addSubcommand(below.spec.name(), below.spec);
    return this;
  }

  CommandLine commandLine() {
    // Without this a name that begins with @ is taken for a file of options.
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(Subcommand::refuse);
  }

  /** One sentence and where to read on: a page of options would hide what was wrong. */
  private static int refuse(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    command
        .getErr()
        .printf("\"%s --help\" lists the options.%n", command.getCommandSpec().qualifiedName());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Nullable String value(String option) {
    return spec.findOption(option).getValue();
  }

  /** The folder of the server's data; the usual one unless given. */
  Path dataFolder() {
    Path data = path("--data", "--data names a folder; leave it out for the usual one.");
    return (data == null ? DataFolder.usual() : data).toAbsolutePath().normalize();
  }

  /** The value of an option that has a usual one. */
  String valueOrUsual(String option) {
    return String.valueOf(value(option));
  }

  /**
   * @return null when it is not given
   * @throws ParameterException when it is empty, with that sentence
   */
  @Nullable Path path(String option, String whenEmpty) {
    String given = value(option);
    if (given == null) {
      return null;
    }
    if (given.isBlank()) {
      throw wrong(whenEmpty);
    }
    try {
      return Path.of(given);
    } catch (InvalidPathException e) {
      throw wrong(option + " is given what no file can be called.");
    }
  }

  boolean has(String flag) {
    return Boolean.TRUE.equals(spec.findOption(flag).getValue());
  }

  String parameter() {
    return String.valueOf(spec.positionalParameters().getFirst().<String>getValue());
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  void usage() {
    spec.commandLine().usage(out());
  }
}
