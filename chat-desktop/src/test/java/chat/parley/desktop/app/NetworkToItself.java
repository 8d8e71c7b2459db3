package chat.parley.desktop.app;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Lets only one class at a time of those that carry it run on this computer: servers that announce
 * themselves by multicast are heard in the JVM that runs the other tests too.
 */
final class NetworkToItself implements BeforeAllCallback, AfterAllCallback {
  private static final Namespace OWN = Namespace.create(NetworkToItself.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "parley-test-network.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    context.getStore(OWN).put(FileChannel.class, channel);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    context.getStore(OWN).remove(FileChannel.class, FileChannel.class).close();
  }
}
