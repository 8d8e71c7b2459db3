package chat.parley.server;

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
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/**
 * What a server in a process of its own logs, and where: the whole story in its data folder, and on
 * the console one line for what needs an eye. Logback finds this class and asks it first. It is no
 * XML, since to read that takes a tenth of a start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class ServerLog extends ContextAwareBase implements Configurator {
  private static final String FOLDER = "parley.logs-of-server";
  private static final String FILE_LINE = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{24} %msg%n";
  private static final String CONSOLE_LINE = "%d{HH:mm:ss} %-5level %msg%nopex%n";
  private static final FileSize OF_ONE_FILE = FileSize.valueOf("10MB");
  private static final FileSize OF_ALL = FileSize.valueOf("100MB");
  private static final int DAYS = 14;

  /**
   * Says where to; before the first logger is asked for.
   *
   * @param folder in it, a folder "logs" is made
   */
  static void into(Path folder) {
    System.setProperty(FOLDER, folder.resolve("logs").toString());
  }

  /** Leaves a program alone that is no server, such as the app or a test. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    // What logging says of itself, such as of a folder that cannot be written, is said elsewhere.
    context.getStatusManager().add(new NopStatusListener());
    // The engine logs every odd frame of every stranger; the front door says what matters.
    context.getLogger("org.java_websocket").setLevel(Level.OFF);
    context.getLogger("org.flywaydb").setLevel(Level.WARN);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(file(context, folder));
    root.addAppender(console(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Appender<ILoggingEvent> file(LoggerContext context, String folder) {
    var file = new OwnersLog<ILoggingEvent>();
    file.setContext(context);
    file.setName("file");
    file.setFile(folder + "/server.log");
    file.setEncoder(encoder(context, FILE_LINE));
    var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    policy.setContext(context);
    policy.setParent(file);
    policy.setFileNamePattern(folder + "/server-%d{yyyy-MM-dd}.%i.log.gz");
    policy.setMaxFileSize(OF_ONE_FILE);
    policy.setMaxHistory(DAYS);
    policy.setTotalSizeCap(OF_ALL);
    policy.start();
    file.setRollingPolicy(policy);
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
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }
}
