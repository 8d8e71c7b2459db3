package chat.parley.server;

import picocli.CommandLine;

/** Parley from the command line. */
public final class Main {
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    Subcommand all =
        new Subcommand("parley", "Team chat for your own network.", Main::saysWhatThereIs)
            .with(ServeCommand.described());
    return all.with(new Subcommand("help", "Show this list.", _ -> saysWhatThereIs(all)))
        .commandLine();
  }

  private static int saysWhatThereIs(Subcommand all) {
    all.usage();
    return 0;
  }
}
