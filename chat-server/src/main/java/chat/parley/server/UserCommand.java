package chat.parley.server;

import chat.parley.model.Resident;
import chat.parley.model.User;
import chat.parley.server.access.Access;
import chat.parley.server.access.Secrets;
import chat.parley.server.store.Result;
import chat.parley.server.store.Ruling;
import chat.parley.server.store.SqliteStore;
import chat.parley.server.store.Store;
import chat.parley.server.store.StoreException;
import chat.parley.server.store.Write;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does to accounts when nobody is left who could do it in the app: on the data
 * folder, while no server runs on it.
 */
final class UserCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MOST = 100_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Subcommand given;

  private UserCommand(Subcommand given) {
    this.given = given;
  }

  static Subcommand described() {
    return new Subcommand(
            "user",
            "Look after accounts while the server is stopped.",
            UserCommand::saysWhatThereIs)
        .with(onData("list", "Everybody, with role and what keeps them out.", UserCommand::list))
        .with(
            onData(
                    "reset",
                    "Print a code by which somebody sets a new password, once.",
                    UserCommand::reset)
                .parameter("NAME"))
        .with(
            onData(
                    "owner",
                    "Make somebody who has a password an owner, and end their bans.",
                    UserCommand::owner)
                .parameter("NAME"));
  }

  private static Subcommand onData(
      String name, String description, ToIntFunction<UserCommand> what) {
    return new Subcommand(name, description, given -> what.applyAsInt(new UserCommand(given)))
        .option("--data", "FOLDER", null, "The server's data folder.");
  }

  private static int saysWhatThereIs(Subcommand user) {
    user.usage();
    return DONE;
  }

  private int list() {
    return with(
        (store, out) -> {
          for (Resident person : everybody(store)) {
            out.printf(
                "%-40s %-8s%s%s%n",
                person.user().name(),
                person.user().role().name().toLowerCase(Locale.ROOT),
                person.account() ? "" : "no password ",
                person.banned() ? "banned" : "");
          }
          return DONE;
        });
  }

  private int reset() {
    String code = new Secrets(new SecureRandom()).code();
    return with(
        (store, out) -> {
          Optional<User> whom = named(store, given.parameter());
          if (whom.isEmpty()) {
            return FAILED;
          }
          Ruling.Until good =
              done(store, new Write.ResetByOperator(whom.get().id(), Secrets.hash(code)));
          if (good == null) {
            return FAILED;
          }
          out.println(code);
          out.printf(
              "By this code %s sets a new password, once, until %s.%n",
              whom.get().name(),
              TIME.format(Instant.ofEpochMilli(good.at()).atZone(ZoneId.systemDefault())));
          return DONE;
        });
  }

  private int owner() {
    return with(
        (store, out) -> {
          Optional<User> whom = named(store, given.parameter());
          if (whom.isEmpty() || done(store, new Write.OwnByOperator(whom.get().id())) == null) {
            return FAILED;
          }
          out.printf("%s owns this server now.%n", whom.get().name());
          return DONE;
        });
  }

  private interface Job {
    int on(Store store, PrintWriter out);
  }

  private int with(Job job) {
    Path folder = given.dataFolder();
    if (!Files.exists(folder.resolve("parley.db"))) {
      return refused("There is no server's data in " + folder + ". Name its folder with --data.");
    }
    ServerLog.into(folder);
    try (SqliteStore store =
        SqliteStore.open(folder, _ -> {}, new Access((_, _) -> false), InstantSource.system())) {
      return job.on(store, given.out());
    } catch (StoreException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static List<Resident> everybody(Store store) {
    return store.overview().roster("", 0, MOST).people();
  }

  private Optional<User> named(Store store, String name) {
    Optional<User> found =
        everybody(store).stream()
            .map(Resident::user)
            .filter(user -> user.name().equalsIgnoreCase(name.strip()))
            .findFirst();
    if (found.isEmpty()) {
      refused("Nobody here has that name. \"parley server user list\" shows all.");
    }
    return found;
  }

  /** Null when it was refused, which is said then. */
  private <R> @Nullable R done(Store store, Write<R> write) {
    var answer = new CompletableFuture<Result<R>>();
    store.submit(write, answer::complete);
    return switch (answer.join()) {
      case Result.Done<R> done -> done.value();
      case Result.Refused<R> no -> {
        refused(no.message());
        yield null;
      }
    };
  }

  private int refused(String sentence) {
    given.err().println(sentence);
    return FAILED;
  }
}
