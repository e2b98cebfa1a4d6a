package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damaged files: whatever is wrong with them, the answer is a result or the one checked exception.
 */
class PeReaderFuzzTest {
  private static final int ROUNDS_PER_FILE = 1000;

  @Test
  void aDamagedFileIsReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(20261101);
    int refused = 0;
    int read = 0;
    for (Path fixture : PeFixtures.all()) {
      byte[] original = Files.readAllBytes(fixture);
      for (int round = 0; round < ROUNDS_PER_FILE; round++) {
        try {
          new PeReader().read(DamagedFile.of(original, random));
          read++;
        } catch (MalformedBinaryException e) {
          refused++;
          assertThat(e).hasMessageContaining("at offset 0x").hasMessageNotContaining("\n");
        }
      }
    }
    assertThat(refused).isGreaterThan(1000);
    assertThat(read).isGreaterThan(1000);
  }
}
