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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What an operator does to accounts when nobody is left who could do it in the app: on the data
 * folder, while no server runs on it.
 */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Look after accounts while the server is stopped.")
final class UserCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MOST = 100_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before a command is called
  private CommandSpec spec;

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Everybody, with role and what keeps them out.")
  int list(
      @Option(names = "--data", description = "The server's data folder.") @Nullable Path data) {
    return with(
        data,
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

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Print a code by which somebody sets a new password, once.")
  int reset(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--data", description = "The server's data folder.") @Nullable Path data) {
    String code = new Secrets(new SecureRandom()).code();
    return with(
        data,
        (store, out) -> {
          Optional<User> whom = named(store, name);
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

  @Command(
      name = "owner",
      mixinStandardHelpOptions = true,
      description = "Make somebody who has a password an owner, and end their bans.")
  int owner(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--data", description = "The server's data folder.") @Nullable Path data) {
    return with(
        data,
        (store, out) -> {
          Optional<User> whom = named(store, name);
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

  private int with(@Nullable Path given, Job job) {
    Path folder = (given == null ? DataFolder.usual() : given).toAbsolutePath().normalize();
    if (!Files.exists(folder.resolve("parley.db"))) {
      return refused("There is no server's data in " + folder + ". Name its folder with --data.");
    }
    ServerLog.into(folder);
    try (SqliteStore store =
        SqliteStore.open(folder, _ -> {}, new Access((_, _) -> false), InstantSource.system())) {
      return job.on(store, spec.commandLine().getOut());
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
    spec.commandLine().getErr().println(sentence);
    return FAILED;
  }
}
