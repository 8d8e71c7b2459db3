package chat.parley.desktop.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the app logs, and where: everything in a file of the profile, and on the console trouble in
 * one line each. Logback finds this class and asks it first. It is no XML, since to read that takes
 * as long as a twentieth of a start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class AppLog extends ContextAwareBase implements Configurator {
  private static final String FOLDER = "parley.logs";
  private static final String FILE_LINE =
      "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0} %msg%n%ex";
  private static final String CONSOLE_LINE = "%msg%n%nopex";
  private static final FileSize OF_ONE_FILE = FileSize.valueOf("2MB");
  private static final int OLD_FILES = 3;

  /** Says where to; before the first logger is asked for. */
  static void into(Path folder) {
    System.setProperty(FOLDER, folder.toString());
  }

  /** Leaves a program alone that is not the app, such as its server or a test. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    // What logging says of itself, such as of a folder that cannot be written, is said elsewhere.
    context.getStatusManager().add(new NopStatusListener());
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(file(context, folder));
    root.addAppender(console(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Appender<ILoggingEvent> file(LoggerContext context, String folder) {
    var file = new RollingFileAppender<ILoggingEvent>();
    file.setContext(context);
    file.setName("file");
    file.setFile(folder + "/parley.log");
    file.setEncoder(encoder(context, FILE_LINE));
    var names = new FixedWindowRollingPolicy();
    names.setContext(context);
    names.setParent(file);
    names.setFileNamePattern(folder + "/parley.%i.log");
    names.setMinIndex(1);
    names.setMaxIndex(OLD_FILES);
    names.start();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setMaxFileSize(OF_ONE_FILE);
    size.setContext(context);
    size.start();
    file.setRollingPolicy(names);
    file.setTriggeringPolicy(size);
    file.start();
    return file;
  }

  private static Appender<ILoggingEvent> console(LoggerContext context) {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(encoder(context, CONSOLE_LINE));
    var threshold = new ThresholdFilter();
    threshold.setLevel("WARN");
    threshold.start();
    console.addFilter(threshold);
    console.start();
    return console;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }
}
