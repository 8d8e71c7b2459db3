import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Talks on a server that is upgraded meanwhile: {@code java Upgrade.java DATA PACKAGE}. Called by
 * try-deb.sh, where the package's older version is installed.
 */
public final class Upgrade {
  private static final List<String> SERVER =
      List.of("runuser", "-u", "parley-server", "--", "/usr/bin/parley-server");

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    try (Company company = Company.gather(SERVER, data)) {
      company.say(10);
      int code = new ProcessBuilder("dpkg", "-i", args[1]).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IOException("dpkg ended with " + code);
      }
      company.say(5); // the old one goes on until it is ended
      company.serveAgain(SERVER, data);
      company.say(5);
      if (company.count() != 20) {
        throw new IOException("20 messages were said, there are " + company.count());
      }
    }
  }
}
