package chat.parley.server.discovery;

import chat.parley.discovery.Multicast;
import chat.parley.discovery.ServiceText;
import chat.parley.protocol.Advert;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server announced by mDNS on every network that its computer is on. */
final class Notice implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Notice.class);

  /** How many are online changes all day; networks need not hear of each. */
  private static final long LOOK_SECONDS = 15;

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("parley-mdns").daemon().unstarted(task));
  private final List<ServiceInfo> services = new CopyOnWriteArrayList<>();
  private final Supplier<Advert> advert;
  private final Multicast multicast;
  private @Nullable Map<String, String> said;

  private Notice(Audience audience, Supplier<Advert> advert) {
    this.advert = advert;
    multicast = new Multicast(audience::from, this::announce);
    loop.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Returns at once. */
  static Notice start(Audience audience, Supplier<Advert> advert) {
    return new Notice(audience, advert);
  }

  private void look() {
    try {
      multicast.follow();
      Map<String, String> now = ServiceText.values(advert.get());
      if (said != null && !said.equals(now)) {
        services.forEach(service -> service.setText(now));
      }
      said = now;
    } catch (RuntimeException e) {
      log.error("Announcing by mDNS goes on after a fault.", e);
    }
  }

  private void announce(JmDNS responder) {
    try {
      ServiceInfo service = ServiceText.service(advert.get());
      responder.registerService(service);
      services.add(service);
    } catch (IOException e) {
      log.warn("This server is not announced on {}: {}", responder.getName(), e.getMessage());
    }
  }

  @Override
  public void close() {
    loop.shutdownNow();
    Thread goodbye = Thread.ofPlatform().name("parley-goodbye").daemon().start(multicast::close);
    try {
      goodbye.join(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
