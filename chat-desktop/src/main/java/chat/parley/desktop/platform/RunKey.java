package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.List;

/** Windows: a value under the key Run of the person's part of the registry. */
record RunKey(Programs programs, String launcher) implements Autostart {
  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

  /** {@code reg} fails when there is no such value, and for no other reason that we can tell. */
  @Override
  public boolean isOn() {
    try {
      programs.run(command("query"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void turnOn() throws IOException {
    programs.run(
        List.of("reg", "add", KEY, "/v", "Parley", "/t", "REG_SZ", "/d", quoted(launcher), "/f"));
  }

  @Override
  public void turnOff() throws IOException {
    if (isOn()) {
      programs.run(List.of("reg", "delete", KEY, "/v", "Parley", "/f"));
    }
  }

  private static List<String> command(String verb) {
    return List.of("reg", verb, KEY, "/v", "Parley");
  }

  /** The quotes belong to the value; those inside an argument are escaped for the program. */
  private static String quoted(String path) {
    return "\\\"" + path + "\\\"";
  }
}
