package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Role;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** All that can be done by whoever runs a server. Nothing is asked before a page is opened. */
public final class Administration {
  private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper(this, "allowed");
  private final ResidentsModel residents = new ResidentsModel();
  private final PublicRoomsModel rooms;
  private final InvitationsModel invitations = new InvitationsModel();
  private final ReportsModel reports = new ReportsModel();
  private final BansModel bans = new BansModel();
  private final ServerSettingsModel settings = new ServerSettingsModel();
  private final AnnouncingModel announcing = new AnnouncingModel();
  private final HealthModel health = new HealthModel();
  private final AuditModel audit = new AuditModel();

  /**
   * @param show brings a room on the screen
   */
  public Administration(Consumer<RoomState> show) {
    rooms = new PublicRoomsModel(show);
  }

  /** Whether I run the server: as an admin or an owner. Only then is it offered. */
  public ReadOnlyBooleanProperty allowedProperty() {
    return allowed.getReadOnlyProperty();
  }

  public ResidentsModel residents() {
    return residents;
  }

  public PublicRoomsModel rooms() {
    return rooms;
  }

  public InvitationsModel invitations() {
    return invitations;
  }

  public ReportsModel reports() {
    return reports;
  }

  public BansModel bans() {
    return bans;
  }

  public ServerSettingsModel settings() {
    return settings;
  }

  public AnnouncingModel announcing() {
    return announcing;
  }

  public HealthModel health() {
    return health;
  }

  public AuditModel audit() {
    return audit;
  }

  public void attach(Seat now) {
    residents.attach(now);
    rooms.attach(now);
    invitations.attach(now);
    reports.attach(now);
    bans.attach(now);
    settings.attach(now);
    announcing.attach(now);
    health.attach(now);
    audit.attach(now);
    become(now.me());
  }

  /** I have another role, or another name. */
  public void become(User me) {
    residents.become(me);
    allowed.set(me.role().compareTo(Role.ADMIN) >= 0);
  }

  /** A report came, or was dealt with. A list that is known is asked for anew. */
  public void reported() {
    if (allowed.get() && reports.shelf().knownProperty().get()) {
      reports.shelf().refresh();
    }
  }

  public void detach() {
    allowed.set(false);
    residents.detach();
    rooms.detach();
    invitations.detach();
    reports.detach();
    bans.detach();
    settings.detach();
    announcing.detach();
    health.detach();
    audit.detach();
  }
}
