package io.github.pyo3doctor.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.github.pyo3doctor.desktop.model.FindingRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A topic's trouble is looked for step by step, left and come back to. */
class GuidedTest extends OnTheWindow {
  private static final Path CLEAN =
      Path.of("src/test/resources/checks/library-is-only-cdylib/pass-rlib");
  private static final Path LOG =
      Path.of("src/test/resources/symptoms/cargo-test-links-extension-module.log");
  private static final Path PROGRAM = Path.of("src/test/resources/pe/x64/versioned.exe");

  @Test
  void fromAnArticleToAFindingWithTheKeyboardAlone() throws Exception {
    robot.interact(() -> window.openTopic("crate-not-found-in-tests"));
    robot.interact(() -> robot.lookup("#check-this").queryButton().fire());
    waitUntil(() -> keyboard().equals("choose-for-check"));
    assertThat(steps()).containsExactly("step-project", "step-output", "step-result");

    robot.interact(() -> window.drop(List.of(PROJECT)));
    waitUntil(() -> keyboard().equals("start-check"));
    robot.push(KeyCode.ENTER);
    waitUntil(() -> keyboard().equals("findings-list"));
    assertThat(labels()).contains("Found in ").contains("1 error");
    assertThat(findings()).anyMatch(FindingRow.Entry.class::isInstance);
    assertThat(labels()).contains("Not needed: found already");

    robot.interact(() -> robot.lookup("#run-all-checks").queryButton().fire());
    waitUntil(() -> findings().size() > 10);
  }

  @Test
  void theProjectInHandIsChosenAndWhatWasLeftIsResumed() throws Exception {
    examine(CLEAN);
    waitUntil(() -> labels().contains("Nothing wrong found"));
    robot.interact(() -> window.checkFor("once-deadlock"));
    waitUntil(() -> keyboard().equals("start-check"));
    assertThat(labels()).contains("the one you looked at last").contains("pass-rlib");

    robot.push(KeyCode.ENTER);
    waitUntil(() -> !robot.lookup("#guided-verdict").queryAll().isEmpty());
    assertThat(labels())
        .contains("This is not what troubles ")
        .contains("What looks like it")
        .contains("What was asked");
    String said = labels();

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    waitUntil(() -> robot.lookup("#guided-verdict").queryAll().isEmpty());
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    waitUntil(() -> labels().equals(said));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    waitUntil(() -> robot.lookup("#guided-verdict").queryAll().isEmpty());
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    waitUntil(() -> !robot.lookup("#guided-verdict").queryAll().isEmpty());
  }

  @Test
  void aLookAlikeIsOneLinkAway() throws Exception {
    examine(CLEAN);
    waitUntil(() -> labels().contains("Nothing wrong found"));
    robot.interact(() -> window.checkFor("once-deadlock"));
    robot.interact(() -> robot.lookup("#start-check").queryButton().fire());
    waitUntil(() -> !robot.lookup(".look-alike").queryAll().isEmpty());

    robot.interact(
        () -> ((ButtonBase) robot.lookup(".look-alike").queryAll().iterator().next()).fire());
    waitUntil(() -> articleText().contains("Why it happens"));
  }

  @Test
  void aTopicWithoutAnyCheckReadsWhatWasSeen() throws Exception {
    robot.interact(() -> window.checkFor("panic-exception"));
    waitUntil(() -> keyboard().equals("paste-for-check"));
    assertThat(steps()).containsExactly("step-output", "step-result");

    String log = Files.readString(LOG);
    robot.interact(() -> window.paste(log));
    waitUntil(() -> keyboard().equals("see-result"));
    robot.push(KeyCode.ENTER);
    waitUntil(() -> labels().contains("tells of another trouble"));
    assertThat(labels()).contains("What it tells of instead");
  }

  @Test
  void aDroppedFileIsInspectedWhereTheTopicIsAboutFiles() throws Exception {
    robot.interact(() -> window.checkFor("windows-dll-not-found"));
    assertThat(steps()).contains("step-machine", "step-built-file");

    robot.interact(() -> window.drop(List.of(PROGRAM)));
    waitUntil(() -> labels().contains("See the result"));
    assertThat(labels()).contains("versioned.exe ");
  }

  @Test
  void aFolderThatIsNoProjectSaysSoAndWhatToDo() throws Exception {
    robot.interact(() -> window.checkFor("once-deadlock"));
    robot.interact(() -> window.drop(List.of(folder)));
    robot.interact(() -> robot.lookup("#start-check").queryButton().fire());

    waitUntil(() -> labels().contains("Choose something else, or mend it and try again"));
    assertThat(labels()).contains("is no Rust project");
    assertThat(keyboard()).isEqualTo("start-check");
  }

  @Test
  void nothingIsCutInASmallWindow() throws Exception {
    robot.interact(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          stage.setWidth(800);
          stage.setHeight(560);
        });
    robot.interact(() -> window.checkFor("windows-dll-not-found"));
    robot.interact(() -> window.drop(List.of(PROJECT)));
    for (String step : steps()) {
      robot.interact(() -> robot.lookup("#" + step).<ToggleButton>query().fire());
      waitForFxEvents();
      assertThat(cut()).as(step).isEmpty();
    }
    robot.interact(() -> window.checkFor("crate-not-found-in-tests"));
    robot.interact(() -> robot.lookup("#start-check").queryButton().fire());
    waitUntil(() -> keyboard().equals("findings-list"));
    assertThat(cut()).isEmpty();
  }

  private List<String> steps() {
    return robot.lookup(".guided-steps > .toggle-button").queryAll().stream()
        .map(Node::getId)
        .toList();
  }

  private List<String> cut() {
    return robot.lookup((Node node) -> node instanceof ButtonBase).<ButtonBase>queryAll().stream()
        .filter(GuidedTest::isShown)
        .filter(ButtonBase::isTextTruncated)
        .map(ButtonBase::getText)
        .toList();
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }
}
