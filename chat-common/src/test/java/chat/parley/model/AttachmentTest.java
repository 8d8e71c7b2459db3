package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {
  @Test
  void aNameThatIsTooLongKeepsItsEnd() {
    assertThat(Attachment.cleanName("x".repeat(300) + ".tar.gz"))
        .hasSize(100)
        .isEqualTo("x".repeat(97) + ".gz");
    assertThat(Attachment.cleanName("🎉".repeat(300) + ".jpeg"))
        .hasSizeLessThanOrEqualTo(Attachment.NAME_CHARS)
        .endsWith("🎉.jpeg");
  }

  @Test
  void whatIsNoEndIsCutLikeTheRest() {
    assertThat(Attachment.cleanName("x".repeat(300))).isEqualTo("x".repeat(100));
    assertThat(Attachment.cleanName("x." + "y".repeat(300))).isEqualTo("x." + "y".repeat(98));
    assertThat(Attachment.cleanName("y".repeat(100))).isEqualTo("y".repeat(100));
  }
}
