package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorTest {
  @TempDir private Path folder;

  @Test
  void withoutAKnownEditorThereIsNone() throws IOException {
    program("vi");

    assertThat(Editor.of(environment("/usr/bin/vi"))).isEmpty();
  }

  @Test
  void theOneThatVisualNamesGoesBeforeTheOthers() throws IOException {
    program("code");
    program("idea");

    assertThat(Editor.of(environment(""))).map(Editor::name).contains("code");
    assertThat(Editor.of(environment("/opt/idea/bin/idea --wait")))
        .map(Editor::name)
        .contains("idea");
  }

  @Test
  void aFileThatCannotBeRunIsNoEditor() throws IOException {
    Files.createFile(folder.resolve("code"));

    assertThat(Editor.of(environment("code"))).isEmpty();
  }

  @Test
  void eachIsToldTheLineInItsOwnWay() throws IOException {
    Path code = program("code");
    Path file = Path.of("/src/COLUMN LINE.rs");

    assertThat(Editor.of(environment("")).orElseThrow().command(file, new Position(7, 3)))
        .contains(List.of(code.toString(), "--goto", "/src/COLUMN LINE.rs:7:3"));
  }

  @Test
  void aNameThatTheCommandPromptWouldActOnIsNotPassedToIt() {
    Editor script = new Editor("code", Path.of("code.cmd"), List.of("FILE:LINE"));

    assertThat(script.command(Path.of("a&calc.rs"), Position.START)).isEmpty();
    assertThat(script.command(Path.of("a b.rs"), Position.START)).isPresent();
  }

  private Path program(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Map<String, String> environment(String visual) {
    return Map.of("PATH", folder.toString(), "VISUAL", visual);
  }
}
