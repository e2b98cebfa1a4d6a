package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.symptoms.ReadAs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxModelTest {
  private static final String LOG = "\u001B[31merror\u001B[0m: a\nerror: b\n";

  private final BoxModel box = new BoxModel(path -> path.equals(Path.of("/home/me/wheel")));
  private final List<ReadAs> typed = new ArrayList<>();

  BoxModelTest() {
    box.whenTyped(typed::add);
  }

  @Test
  void whatIsTypedIsReadAndHeardOf() {
    box.textProperty().set("deadlock");

    assertThat(BoxModel.label(box.reading())).isEqualTo("read as words");
    assertThat(typed).containsExactly(box.reading());
  }

  @Test
  void aPastedLineOfAToolIsReadAsALogAndSwitchedToWordsAndBack() {
    box.put("error[E0463]: can't find crate for `my_ext`");
    assertThat(BoxModel.label(box.reading())).isEqualTo("read as a log");

    assertThat(box.readOtherwise()).isInstanceOf(ReadAs.Words.class);
    assertThat(box.readOtherwise()).isInstanceOf(ReadAs.Log.class);
    assertThat(typed).isEmpty();
  }

  @Test
  void ofAPastedLogOneLineIsShownAndAllIsKept() {
    assertThat(box.put(LOG))
        .isInstanceOfSatisfying(ReadAs.Log.class, log -> assertThat(log.text()).isEqualTo(LOG));
    assertThat(box.textProperty().get()).isEqualTo("error: a error: b ");

    box.readOtherwise();
    assertThat(box.readOtherwise())
        .isInstanceOfSatisfying(ReadAs.Log.class, log -> assertThat(log.text()).isEqualTo(LOG));
  }

  @Test
  void editingWhatWasPastedReadsItAnew() {
    box.put(LOG);
    box.textProperty().set("why");

    assertThat(box.reading()).isInstanceOf(ReadAs.Words.class);
  }

  @Test
  void aPathToSomethingIsAPlace() {
    box.put("/home/me/wheel");

    assertThat(BoxModel.label(box.reading())).isEqualTo("read as a file");
    assertThat(box.readOtherwise()).isInstanceOf(ReadAs.Words.class);
  }

  @Test
  void aPathToNothingIsToldFromWords() {
    assertThat(List.of("/home/me/whel", "~/whel", "./whel", "C:\\whel", "\\\\server\\whel"))
        .allMatch(box::isAbsentPath);
    assertThat(
            List.of(
                "/home/me/wheel", "deadlock", "tests/it.rs", "/DEFAULTLIB:python3.lib", "/FORCE"))
        .noneMatch(box::isAbsentPath);
    assertThat(box.isAbsentPath("/usr/bin/ld: cannot find -lpython3.12")).isFalse();
  }

  @Test
  void anEmptyBoxHasNothingToSwitch() {
    assertThat(box.readOtherwise()).isEqualTo(new ReadAs.Nothing());
    assertThat(BoxModel.label(box.reading())).isEmpty();
  }

  @Test
  void aPathToNothingIsSearchedForWhenSomebodySaysSo() {
    String path = "/home/me/nothing";
    box.textProperty().set(path);
    assertThat(box.isAbsentPath(path)).isTrue();

    box.readAsWords();
    assertThat(box.isAbsentPath(path)).isFalse();
    assertThat(box.reading()).isInstanceOf(ReadAs.Words.class);

    box.textProperty().set(path + "s");
    assertThat(box.isAbsentPath(path + "s")).isTrue();
    box.readOtherwise();
    box.readOtherwise();
    assertThat(box.isAbsentPath(path + "s")).isFalse();
  }
}
