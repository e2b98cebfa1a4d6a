package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.TextFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestEditTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "features = [\"x\", \"a\", \"b\"]                       | features = [\"a\", \"b\"]",
        "features = [\"a\", \"x\", \"b\"]                       | features = [\"a\", \"b\"]",
        "features = [\"a\", \"x\"]                              | features = [\"a\"]",
        "features = [\"a\", \"x\",] # why                       | features = [\"a\",] # why",
        "features = [ \"a\", \"x\" ]                            | features = [ \"a\" ]",
        "features = ['a', \"x\"]                                | features = ['a']",
        "features = [\"x\"] # why                               | features = [] # why",
        "pyo3.features = [\"x\"]                                | pyo3.features = []",
        "pyo3 = { version = \"1\", features = [\"x\"] }         | pyo3 = { version = \"1\" }",
        "pyo3 = { features = [\"x\"], version = \"1\" } # why   | pyo3 = { version = \"1\" } # why",
        "pyo3 = { version = \"1\", features = [\"x\"], a = 1 }  | pyo3 = { version = \"1\", a = 1"
            + " }",
        "pyo3 = {workspace = true, features = [ \"x\" ]}        | pyo3 = {workspace = true}",
        "default = [\"x\"]                                      | default = []",
        "  \"x\", \"a\", # both                                 | \"a\", # both",
        "  \"a\", \"x\", # both                                 | \"a\", # both",
        "  \"a\", \"x\"                                         | \"a\"",
      })
  void aStringLeavesItsArrayAndNothingElseChanges(String line, String expected) {
    assertThat(remove(line).map(String::strip)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"    \"x\", # alone", "features = [\"x\", # more"})
  void anElementWithACommentIsForAPerson(String line) {
    assertThat(remove(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"    \"x\",", "    \"x\""})
  void anElementAloneOnItsLineGoesWithTheLine(String line) {
    assertThat(remove(line)).contains("");
  }

  @Test
  void aPlaceThatHoldsNoStringIsNotEdited() {
    TextFile manifest = new TextFile("Cargo.toml", "features = []\n");

    assertThat(ManifestEdit.removeString(manifest, new Location("Cargo.toml", 1, 3))).isEmpty();
    assertThat(ManifestEdit.removeString(manifest, new Location("Cargo.toml", 9, 1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "crate-type = [\"cdylib\"]              | crate-type = [\"cdylib\", \"rlib\"]",
        "crate-type = [\"cdylib\"] # [Python]   | crate-type = [\"cdylib\", \"rlib\"] # [Python]",
        "crate-type = [ \"cdylib\" ]            | crate-type = [ \"cdylib\", \"rlib\" ]",
        "crate-type = [\"cdylib\",]             | crate-type = [\"cdylib\", \"rlib\",]",
        "crate_type=['cdylib','staticlib']      | crate_type=['cdylib','staticlib', \"rlib\"]",
        "lib = { crate-type = [\"cdylib\"] }    | lib = { crate-type = [\"cdylib\", \"rlib\"] }",
      })
  void aStringJoinsItsArrayBehindTheLast(String line, String expected) {
    assertThat(append(line)).map(Fix.LineEdit::after).contains(expected);
  }

  @Test
  void aStringJoinsAnArrayOfSeveralLinesOnALineOfItsOwn() {
    Optional<Fix.LineEdit> edit =
        append("crate-type = [ # for Python\n    \"cdylib\" # the module\n]");

    assertThat(edit)
        .contains(
            new Fix.LineEdit(
                "Cargo.toml",
                2,
                "    \"cdylib\" # the module",
                "    \"cdylib\", # the module\n    \"rlib\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crate-type = \"cdylib\"", "crate-type = [\n    # nothing\n]", "["})
  void anArrayThatIsNotSeenIsForAPerson(String text) {
    assertThat(append(text)).isEmpty();
  }

  private static Optional<String> remove(String line) {
    TextFile manifest = new TextFile("Cargo.toml", line + "\n");
    int column = line.indexOf("\"x\"") + 1;
    return ManifestEdit.removeString(manifest, new Location("Cargo.toml", 1, column))
        .map(Fix.LineEdit::after);
  }

  private static Optional<Fix.LineEdit> append(String text) {
    TextFile manifest = new TextFile("Cargo.toml", text + "\n");
    return ManifestEdit.appendString(manifest, new Location("Cargo.toml", 1, 1), "rlib");
  }
}
