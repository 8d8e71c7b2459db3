package chat.parley.desktop.platform;

import java.nio.file.Path;

/** macOS: a property list among the person's launch agents. */
final class LaunchAgent extends StartFile {
  private final String launcher;

  LaunchAgent(Path home, String launcher) {
    super(home.resolve("Library").resolve("LaunchAgents").resolve("chat.parley.desktop.plist"));
    this.launcher = launcher;
  }

  @Override
  String content() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key>
          <string>chat.parley.desktop</string>
          <key>ProgramArguments</key>
          <array>
            <string>%s</string>
          </array>
          <key>RunAtLoad</key>
          <true/>
        </dict>
        </plist>
        """
        .formatted(Markup.plain(launcher));
  }
}
