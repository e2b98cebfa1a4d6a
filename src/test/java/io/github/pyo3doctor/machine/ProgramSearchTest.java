package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "asks of Unix permissions and links")
class ProgramSearchTest {
  @TempDir private Path folder;

  @Test
  void theFirstThatCanBeStartedIsAndWhatCannotIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("a/python"));
    Files.createDirectories(folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b/python"), folder.resolve("gone"));
    program("c/python", "rw-------", "#!/bin/sh");
    program("d/python", "rwx------", "#!/gone/bash -e");
    program("e/python", "rwx------", "#!/bin/sh");
    program("f/python", "rwx------", "#!/bin/sh");

    ProgramSearch.Found found = search("a", "b", "nowhere", "c", "d", "e", "f").find("python");

    assertThat(found.file()).contains(folder.resolve("e/python"));
    assertThat(found.passedOver())
        .containsExactly(
            folder.resolve("a/python") + " is a folder",
            folder.resolve("b/python")
                + " is a link to "
                + folder.resolve("gone")
                + ", which is not there",
            folder.resolve("c/python") + " may not be run",
            folder.resolve("d/python") + " is a script for /gone/bash, which is not there");
  }

  @Test
  void aPathIsTakenAsItIsAndARelativeOneNotFollowed() throws IOException {
    Path python = program("e/python", "rwx------", "#!/bin/sh");

    assertThat(search().find(python.toString()).file()).contains(python);
    assertThat(search("e").find("e/python").file()).isEmpty();
    assertThat(search("e").find("e/python").passedOver())
        .singleElement()
        .asString()
        .contains("relative");
    assertThat(search("e").find("").file()).isEmpty();
  }

  @Test
  void withoutPathTheSystemsOwnFoldersAreSearched() {
    assertThat(new ProgramSearch(OperatingSystem.LINUX, Optional.empty()).find("sh").file())
        .contains(Path.of("/bin/sh"));
    assertThat(new ProgramSearch(OperatingSystem.LINUX, Optional.of("")).find("sh").file())
        .isEmpty();
  }

  private ProgramSearch search(String... folders) {
    String path =
        String.join(
            ":", Arrays.stream(folders).map(each -> folder.resolve(each).toString()).toList());
    return new ProgramSearch(OperatingSystem.LINUX, Optional.of(path));
  }

  private Path program(String name, String permissions, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
