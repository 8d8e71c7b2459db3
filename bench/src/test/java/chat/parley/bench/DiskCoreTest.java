package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCoreTest {
  private static final String BEFORE =
      """
                 CPU0       CPU1
        9:          4          0 IO-APIC 9-fasteoi acpi
       36:          7       1000 PCI-MSIX 1-edge disk-req.0
       41:       8000          0 PCI-MSIX 1-edge net-rx
      LOC:      50000      60000 Local timer interrupts
      """;

  @Test
  void coreIsTheOneToWhichADevicesInterruptsGrewMost() {
    String after = BEFORE.replace("1000", "1061").replace("8000", "8020").replace("50000", "59999");
    assertThat(DiskCore.busiest(BEFORE, after, 50)).contains(1);
    String first = BEFORE.replace("  7 ", " 90 ").replace("8000", "8020").replace("60000", "69999");
    assertThat(DiskCore.busiest(BEFORE, first, 50)).contains(0);
  }

  @Test
  void whereNoDeviceAnsweredEverySyncNothingIsSaid() {
    assertThat(DiskCore.busiest(BEFORE, BEFORE.replace("1000", "1049"), 50)).isEmpty();
    assertThat(DiskCore.busiest("", "", 50)).isEmpty();
  }

  @Test
  void thisComputersDiskIsHeardByOneOfItsCores(@TempDir Path folder) {
    assertThat(DiskCore.of(folder)).isBetween(0, Runtime.getRuntime().availableProcessors() - 1);
    assertThat(folder).isEmptyDirectory();
  }
}
