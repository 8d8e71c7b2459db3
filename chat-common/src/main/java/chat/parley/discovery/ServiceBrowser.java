package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/**
 * Hears which servers are announced by mDNS. An announcement outlives a server that lost its power
 * by an hour, so each is only passed on while its port takes a connection.
 */
final class ServiceBrowser implements ServiceListener, AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;
  private static final long TEXT_MILLIS = 1_000;

  private final Doors doors;
  private final Multicast multicast;
  private final Announced announced = new Announced(Lan::isNear);
  private final AtomicBoolean looking = new AtomicBoolean();

  private ServiceBrowser(boolean here, Heard listener) {
    doors = new Doors(ServiceBrowser::knock, listener);
    multicast =
        new Multicast(
            here ? () -> Multicast.addresses(true) : ServiceBrowser::everywhere, this::listenTo);
  }

  /** Returns at once. */
  static ServiceBrowser start(boolean here, Heard listener) {
    return new ServiceBrowser(here, listener);
  }

  /** Servers for this computer alone are announced to itself alone. */
  private static List<InetAddress> everywhere() {
    var all = new ArrayList<>(Multicast.addresses(true));
    all.addAll(Multicast.addresses(false));
    return all;
  }

  private void listenTo(JmDNS responder) {
    responder.addServiceListener(ServiceText.TYPE, this);
  }

  /** Looks which of them are there now. Returns at once, and passes on what it sees. */
  void look() {
    doors.knock(announced.all());
    if (looking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("parley-search-mdns")
          .start(
              () -> {
                try {
                  multicast.follow();
                } finally {
                  looking.set(false);
                }
              });
    }
  }

  private static void knock(ServerAddress at) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(at.host(), at.port()), CONNECT_MILLIS);
    }
  }

  @Override
  public void serviceAdded(ServiceEvent event) {
    Thread.ofVirtual()
        .start(
            () ->
                event
                    .getDNS()
                    .requestServiceInfo(event.getType(), event.getName(), true, TEXT_MILLIS));
  }

  @Override
  public void serviceResolved(ServiceEvent event) {
    ServiceInfo service = event.getInfo();
    ServiceText.read(service)
        .ifPresent(
            advert -> doors.knock(announced.add(advert, List.of(service.getInet4Addresses()))));
  }

  @Override
  public void serviceRemoved(ServiceEvent event) {
    ServiceText.read(event.getInfo()).ifPresent(announced::remove);
  }

  /** Returns at once; the goodbyes take seconds. */
  @Override
  public void close() {
    Thread.ofPlatform().name("parley-search-end").daemon().start(multicast::close);
  }
}
