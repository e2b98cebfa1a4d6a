package io.github.pyo3doctor.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.desktop.model.FindingRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The list of findings: filtered, silenced and told again, with the keyboard alone. */
class FindingListTest extends OnTheWindow {
  private static final String CLASSES =
      """
      use pyo3::prelude::*;

      #[pyclass(get_all, set_all)]
      pub struct BoxNAME {
          pub corners: Vec<f64>,
      }

      #[pyclass(get_all, set_all)]
      pub struct CrateNAME {
          pub boxes: Vec<String>,
      }
      """;

  /** One error, and four hints in two files. */
  private Path project() throws Exception {
    Path project = copied(PROJECT);
    Files.writeString(project.resolve("src/lib.rs"), "mod a;\nmod b;\npub fn double() {}\n");
    for (String name : List.of("a", "b")) {
      Files.writeString(project.resolve("src/" + name + ".rs"), CLASSES.replace("NAME", name));
    }
    examine(project);
    waitUntil(() -> keyboard().equals("findings-list") && loud().size() > 3);
    return project;
  }

  private List<Finding> loud() {
    return findings().stream()
        .filter(FindingRow.Entry.class::isInstance)
        .flatMap(row -> row.about().stream())
        .toList();
  }

  private void write(String reason) throws Exception {
    waitUntil(() -> keyboard().equals("silence-reason"));
    robot.write(reason, 0).push(KeyCode.ENTER);
    waitUntil(() -> keyboard().equals("apply-change"));
    robot.push(KeyCode.ENTER);
  }

  @Test
  void aFindingIsSilencedWithAReasonToldOfAndToldAgain() throws Exception {
    Path project = project();
    List<Finding> before = loud();
    robot.push(KeyCode.DELETE);
    write("another crate tests it");

    waitUntil(() -> labels().contains("Applied to .pyo3-doctor.toml.") && isAt("findings-list"));
    assertThat(Files.readString(project.resolve(".pyo3-doctor.toml")))
        .contains("check = \"library-is-only-cdylib\"", "reason = \"another crate tests it\"");
    assertThat(loud()).isEqualTo(before.subList(1, before.size()));
    assertThat(findings()).contains(new FindingRow.Group("1 silenced"));

    robot.interact(() -> robot.lookup("#show-silenced").queryButton().fire());
    waitUntil(() -> articleText().contains("Why it is silent"));
    assertThat(articleText()).contains("Another crate tests it");
    robot.interact(() -> robot.lookup("#stop-silencing").queryButton().fire());
    waitUntil(() -> keyboard().equals("apply-change"));
    robot.push(KeyCode.ENTER);
    waitUntil(() -> loud().equals(before));
    assertThat(project.resolve(".pyo3-doctor.toml")).doesNotExist();
  }

  @Test
  void aSilenceIsTakenBackByUndoAndTheFindingIsThereAgain() throws Exception {
    Path project = project();
    List<Finding> before = loud();
    robot.push(KeyCode.DELETE);
    write("why");
    waitUntil(() -> loud().size() == before.size() - 1 && isAt("findings-list"));

    robot.interact(() -> robot.lookup("#undo-change").queryButton().fire());
    waitUntil(() -> loud().equals(before));
    assertThat(project.resolve(".pyo3-doctor.toml")).doesNotExist();
  }

  @Test
  void withoutAReasonNothingCanBeWrittenAndEscapeLeavesAllAsItWas() throws Exception {
    Path project = project();
    robot.push(KeyCode.DELETE);
    waitUntil(() -> keyboard().equals("silence-reason"));
    robot.write("  ", 0);
    assertThat(robot.lookup("#offer-silence").query().isDisabled()).isTrue();

    robot.push(KeyCode.ESCAPE);
    waitUntil(() -> keyboard().equals("findings-list"));
    assertThat(project.resolve(".pyo3-doctor.toml")).doesNotExist();
    assertThat(visible("#fix-said")).isEmpty();
  }

  @Test
  void afterSilencingOneTheNextIsChosen() throws Exception {
    project();
    robot.push(KeyCode.DOWN);
    waitUntil(() -> chosen() == 3);
    List<Finding> before = loud();
    robot.push(KeyCode.DELETE);
    write("small");

    waitUntil(() -> loud().size() < before.size() && isAt("findings-list"));
    assertThat(list().getSelectionModel().getSelectedItem()).isInstanceOf(FindingRow.Entry.class);
    assertThat(list().getSelectionModel().getSelectedItem().about()).contains(loud().get(1));
  }

  @Test
  void findingsAreFilteredBySeverityTopicAndFileAndShownAgain() throws Exception {
    project();
    int all = loud().size();
    ToggleButton hints = robot.lookup("#filter-hint").query();
    assertThat(hints.getText()).isEqualTo(String.valueOf(all - 1));

    robot.interact(hints::fire);
    waitUntil(() -> loud().size() == all - 1);
    assertThat(label("#filter-count")).isEqualTo(all - 1 + " of " + all + " findings");

    robot.interact(() -> combo("#filter-file").requestFocus());
    waitForFxEvents();
    assertThat(combo("#filter-file").getBorder().getStrokes().getFirst().getWidths().getTop())
        .isGreaterThanOrEqualTo(2);
    robot.push(KeyCode.DOWN);
    waitUntil(() -> loud().size() < all - 1);
    assertThat(loud())
        .isNotEmpty()
        .allMatch(each -> each.location().orElseThrow().file().equals("src/a.rs"));

    robot.interact(hints::fire);
    robot.interact(() -> robot.lookup("#filter-error").<ToggleButton>query().fire());
    waitUntil(() -> labels().contains("No finding passes the filter"));
    assertThat(visible("#show-all-findings")).hasSize(1);

    robot.interact(() -> robot.lookup("#clear-filter").queryButton().fire());
    waitUntil(() -> loud().size() == all && keyboard().equals("findings-list"));
    assertThat(robot.lookup("#clear-filter").query().getParent().isVisible()).isFalse();
  }

  @Test
  void aFilterIsKeptForItsProjectAndNotAnothers() throws Exception {
    Path project = project();
    int all = loud().size();
    robot.interact(() -> robot.lookup("#filter-hint").<ToggleButton>query().fire());
    waitUntil(() -> loud().size() == all - 1);

    examine(PROJECT);
    waitUntil(() -> loud().size() == 1 && isAt("findings-list"));
    assertThat(robot.lookup("#filter-topic").query().isVisible()).isFalse();

    examine(project);
    waitUntil(() -> loud().size() == all - 1);
    robot.push(KeyCode.F5);
    waitForFxEvents();
    waitUntil(() -> loud().size() == all - 1 && isAt("findings-list"));
  }

  @Test
  void whatIsChosenInViewDoesNotMove() throws Exception {
    project();
    robot.push(KeyCode.DOWN);
    waitUntil(() -> chosen() == 3);
    double before = list().lookupAll(".list-cell").stream().mapToDouble(Node::getLayoutY).sum();
    robot.push(KeyCode.DOWN);
    waitUntil(() -> chosen() == 4);
    waitForFxEvents();

    assertThat(list().lookupAll(".list-cell").stream().mapToDouble(Node::getLayoutY).sum())
        .isEqualTo(before);
  }

  private ListView<FindingRow> list() {
    return robot.lookup("#findings-list").queryListView();
  }

  private int chosen() {
    return list().getSelectionModel().getSelectedIndex();
  }

  private boolean isAt(String id) {
    return keyboard().equals(id);
  }

  private ComboBox<?> combo(String query) {
    return robot.lookup(query).query();
  }
}
