package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Invitation;
import chat.parley.client.Secrecy;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.testing.FakeHost;
import chat.parley.desktop.view.hosting.JoinCardView;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.hosting.JoinCard;
import chat.parley.model.Fingerprint;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;

class JoinCardScenesTest {
  private static final Fingerprint KEY = new Fingerprint("0123456789abcdef".repeat(4));

  @Themes
  void cardShowsTheWayToAServer(Theme theme) {
    Scene scene = opened(theme);
    keep(scene, "join-card", theme);
  }

  @Test
  void whatACameraReadsIsThePageWithTheKey() throws Exception {
    Scene scene = opened(Theme.DARK);
    Image code =
        Fx.call(() -> ((ImageView) scene.getRoot().lookup(".card-paper .image-view")).getImage());
    int side = (int) code.getWidth();
    int[] argb = new int[side * side];
    code.getPixelReader()
        .getPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
    var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, argb)));
    assertThat(new QRCodeReader().decode(picture).getText())
        .isEqualTo("https://office-pc:7070/#pin=" + KEY);
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void cardOfAComputerOnNoNetworkSaysSoAndShowsNoWay() throws Exception {
    var office = new Office();
    JoinCard card = JoinCard.of("Office", Invitation.parse("127.0.0.1:7070"), List.of());
    JoinCardView view = Fx.call(() -> new JoinCardView(card, office.app.hosting(), () -> {}));
    assertThat(view.lookupAll(".label"))
        .extracting(label -> ((Label) label).getText())
        .anyMatch(text -> text.contains("on a network?"))
        .noneMatch(text -> text.contains("127.0.0.1"));
    assertThat(view.lookupAll(".image-view")).isEmpty();
    assertThat(view.lookup("#card-copy")).isNull();
  }

  @Themes
  void cardOfAComputerOnNoNetwork(Theme theme) {
    Office office = new Office();
    office.server.place = new ServerAddress("127.0.0.1", 7070);
    keep(opened(office, theme), "join-card-nowhere", theme);
  }

  @Themes
  void guestWhoHasStartedTheServerMayBecomeItsOwner(Theme theme) throws Exception {
    Office office = new Office();
    office.server.place = new ServerAddress("127.0.0.1", 7071);
    office.me = Office.guest("Ana Okafor");
    FakeHost computer = new FakeHost();
    computer.setUpCode = "1234-5678";
    computer.own = Invitation.parse("parley://127.0.0.1:7071/#pin=" + KEY);
    computer.start("Floor 2 office", _ -> {}, _ -> {});
    Fx.run(() -> office.app.hosting().host(computer));
    Scene scene = opened(office, theme);
    assertThat(Fx.<Node>call(() -> scene.lookup("#card-owner"))).isNotNull();
    keep(scene, "join-card-owner", theme);
  }

  @Test
  void cardIsSavedAsAFileToBeSent() {
    Office office = new Office();
    FakeHost computer = new FakeHost();
    Fx.run(() -> office.app.hosting().host(computer));
    Scene scene = opened(office, Theme.LIGHT);
    Fx.run(() -> Fx.find(scene, "#card-file", Button.class).fire());
    assertThat(computer.called).contains("parley://office-pc:7070/#pin=" + KEY);
    assertThat(
            Fx.<String>call(() -> Fx.find(scene, ".join-card > .caption", Label.class).getText()))
        .contains(".parley");
    Fx.run(() -> scene.getWindow().hide());
  }

  private static Scene opened(Theme theme) {
    return opened(new Office(), theme);
  }

  private static Scene opened(Office office, Theme theme) {
    Scene scene = entered(office, theme, Scenery.WIDTH, 800);
    Fx.run(() -> office.tell(new Secrecy.Encrypted(KEY)));
    Fx.settle(scene);
    Fx.run(
        () ->
            Fx.find(scene, "#server-menu", MenuButton.class).getItems().stream()
                .filter(item -> "Join card for others…".equals(item.getText()))
                .forEach(item -> item.fire()));
    Fx.settle(scene);
    return scene;
  }
}
