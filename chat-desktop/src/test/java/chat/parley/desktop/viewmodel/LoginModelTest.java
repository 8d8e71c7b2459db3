package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Host;
import chat.parley.model.ShortCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoginModelTest {
  private static final Invitation OWN = Invitation.to(new ServerAddress("127.0.0.1", 7070));

  private final List<Command.Auth> said = new ArrayList<>();
  private final LoginModel login =
      new LoginModel(
          new LoginModel.Entrance() {
            @Override
            public void enter(Invitation way, String who, Command.Auth auth) {
              said.add(auth);
            }

            @Override
            public void seek(ShortCode code, Consumer<Invitation> found, Consumer<String> failed) {}

            @Override
            public void giveUp() {}

            @Override
            public void goBack() {}
          });

  @Test
  void theCodeOfOnesOwnServerIsToldToNoOtherOne() {
    login.nameProperty().set("Olga");
    login.passwordProperty().set("a long enough one");
    login.wayProperty().set(LoginModel.Way.NEW_ACCOUNT);
    login.enterOwn(new Host.Hosted(OWN, "1234-5678"));
    login.refused("Nothing was made.", ErrorCode.NAME_TAKEN);
    assertThat(login.codeProperty().get()).isEqualTo("1234-5678");
    login.addressProperty().set("somewhere-else:7070");
    login.submit();
    assertThat(said)
        .extracting(auth -> ((Command.Auth.Register) auth).invite())
        .containsExactly("1234-5678", null);
  }

  @Test
  void aCodeThatSomebodyTypedStaysWithAnotherAddress() {
    login.codeProperty().set("ABCD-EFGH");
    login.addressProperty().set("somewhere-else:7070");
    assertThat(login.codeProperty().get()).isEqualTo("ABCD-EFGH");
  }
}
