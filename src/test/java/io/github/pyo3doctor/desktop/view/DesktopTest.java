package io.github.pyo3doctor.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.github.pyo3doctor.SampleWheel;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.search.Hit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The real window, driven with the keyboard and the mouse. */
class DesktopTest extends OnTheWindow {
  private static final Path PROGRAM = Path.of("src/test/resources/pe/x64/versioned.exe");

  private static final Path LOG =
      Path.of("src/test/resources/symptoms/cargo-test-links-extension-module.log");

  private static final String TWO_TROUBLES =
      """
      error: failed to run custom build command for `pyo3-ffi v0.22.3`
        error: the configured Python interpreter version (3.14) is newer than PyO3's maximum \
      supported version (3.13)
      warning: unused variable: `数据`
      שגיאה: הקובץ לא נמצא
      ImportError: dynamic module does not define module export function (PyInit_my_ext)
      """;

  @Test
  void fromASearchToAnArticleToAFindingToItsArticleAndBack() throws Exception {
    robot.clickOn("#box").write("deadlok OnceLock", 0);
    waitUntil(
        () -> results().stream().map(Hit::topic).findFirst().equals(Optional.of("once-deadlock")));

    robot.push(KeyCode.ENTER);
    waitUntil(() -> articleText().contains("Why it happens"));

    examine(PROJECT);
    waitUntil(() -> articleText().contains("How we know"));
    assertThat(articleText()).contains("Cargo.toml:").contains("cdylib");

    robot.interact(() -> robot.lookup("#read-entry").queryButton().fire());
    waitUntil(() -> articleText().contains("How to tell it from look-alikes"));

    robot.clickOn("#back");
    waitUntil(() -> articleText().contains("How we know"));
  }

  @Test
  void aChangeIsShownThenWrittenThenTakenBack() throws Exception {
    Path project = copied(PROJECT);
    String before = Files.readString(project.resolve("Cargo.toml"));
    examine(project);
    waitUntil(() -> articleText().contains("How we know"));

    robot.interact(() -> robot.lookup("#offer-change").queryButton().fire());
    waitUntil(() -> labels().contains("This mends 1 finding in 1 file"));
    assertThat(project.resolve("Cargo.toml")).hasContent(before);

    robot.interact(() -> robot.lookup("#apply-change").queryButton().fire());
    waitUntil(() -> labels().contains("Applied to Cargo.toml."));
    assertThat(Files.readString(project.resolve("Cargo.toml"))).contains("\"rlib\"");

    robot.interact(() -> robot.lookup("#undo-change").queryButton().fire());
    waitUntil(() -> labels().contains("Taken back. As before: Cargo.toml."));
    assertThat(project.resolve("Cargo.toml")).hasContent(before);
  }

  @Test
  void whatWasChangedInOneProjectIsNotSaidAboveAnother() throws Exception {
    examine(copied(PROJECT));
    waitUntil(() -> articleText().contains("How we know"));
    robot.interact(() -> robot.lookup("#offer-change").queryButton().fire());
    waitUntil(() -> !robot.lookup("#apply-change").queryAll().isEmpty());
    robot.interact(() -> robot.lookup("#apply-change").queryButton().fire());
    waitUntil(() -> !visible("#fix-said").isEmpty());

    examine(PROJECT);
    waitUntil(() -> articleText().contains("How we know"));
    assertThat(visible("#fix-said")).isEmpty();
  }

  @Test
  void aChangeThatWasOnlyLookedAtCanBeLookedAtAgain() throws Exception {
    Path project = copied(PROJECT);
    examine(project);
    waitUntil(() -> articleText().contains("How we know"));

    for (int look = 0; look < 2; look++) {
      robot.push(KeyCode.SHORTCUT, KeyCode.PERIOD);
      waitUntil(() -> labels().contains("This mends 1 finding in 1 file"));
      robot.interact(() -> robot.lookup("#cancel-change").queryButton().fire());
      waitUntil(() -> !labels().contains("This mends 1 finding in 1 file"));
    }
    assertThat(Files.readString(project.resolve("Cargo.toml"))).doesNotContain("rlib");
  }

  @Test
  void wordsThatMatchNothingSaySo() throws Exception {
    robot.clickOn("#box").write("qqqqqq", 0);

    waitUntil(() -> labels().contains("Nothing in the library matches"));
  }

  @Test
  void aFolderThatIsNoRustProjectSaysSo() throws Exception {
    examine(folder);

    waitUntil(() -> labels().contains("This cannot be examined"));
    assertThat(labels()).contains("is no Rust project");
  }

  @Test
  void aProjectWithoutTroubleSaysWhatWasLookedAt() throws Exception {
    examine(Path.of("src/test/resources/checks/library-is-only-cdylib/pass-rlib"));

    waitUntil(() -> labels().contains("Nothing wrong found"));
    assertThat(labels()).contains("checks passed");
  }

  @Test
  void aFindingIsCopiedAsMarkdown() throws Exception {
    examine(PROJECT);
    waitUntil(() -> !robot.lookup("#findings-list").queryAll().isEmpty());
    waitUntil(() -> findings().stream().anyMatch(FindingRow.Entry.class::isInstance));

    robot.interact(() -> robot.lookup("#findings-list").query().requestFocus());
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    waitForFxEvents();

    String copied = waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).startsWith("**error**: ").contains("Topic: `crate-not-found-in-tests`");
  }

  @Test
  void aLinkGoesToTheBrowserAndNowhereElse() throws Exception {
    robot.interact(() -> window.openTopic("extension-module-linking"));
    waitUntil(() -> !robot.lookup(".link").queryAll().isEmpty());

    robot.interact(
        () ->
            robot.lookup(".link").<Text>queryAll().stream()
                .filter(link -> link.getText().equals("340"))
                .findFirst()
                .orElseThrow()
                .requestFocus());
    robot.push(KeyCode.ENTER);
    waitForFxEvents();

    assertThat(followed).containsExactly("https://github.com/PyO3/pyo3/issues/340");
  }

  @Test
  void aPastedLogIsReadAndItsDecidingLinesAreMarked() throws Exception {
    String log = Files.readString(LOG);
    robot.interact(() -> window.paste(log));
    waitUntil(() -> articleText().contains("Why it happens"));

    assertThat(robot.lookup("#next-step").queryAll()).isNotEmpty();
    assertThat(robot.lookup(".deciding-line").queryAll()).isNotEmpty();
  }

  @Test
  void theMarkedLinesOfALogAreWalkedThroughAndTheArticleFollows() throws Exception {
    robot.interact(() -> window.paste(TWO_TROUBLES));
    waitUntil(() -> label("#marked-lines").equals("1 of 2 marked lines"));
    String first = articleText();

    robot.push(KeyCode.F8);
    waitUntil(() -> label("#marked-lines").equals("2 of 2 marked lines"));
    assertThat(articleText()).isNotEqualTo(first);

    robot.push(KeyCode.SHIFT, KeyCode.F8);
    waitUntil(() -> label("#marked-lines").equals("1 of 2 marked lines"));
    assertThat(articleText()).isEqualTo(first);
  }

  @Test
  void aPastedErrorIsReadAsALogAndTheChipReadsItAsWords() throws Exception {
    robot.interact(() -> window.paste("error[E0463]: can't find crate for `my_ext`"));
    waitUntil(() -> !robot.lookup("#log-lines").queryAll().isEmpty());
    assertThat(labels()).contains("read as a log");

    robot.push(KeyCode.SHORTCUT, KeyCode.L);
    waitUntil(() -> !results().isEmpty());
    assertThat(labels()).contains("read as words");

    robot.clickOn("#back");
    waitUntil(() -> !robot.lookup("#log-lines").queryAll().isEmpty());
    assertThat(labels()).contains("read as a log");
  }

  @Test
  void wordsAreFoundOnThePageAndCounted() throws Exception {
    robot.interact(() -> window.openTopic("extension-module-linking"));
    robot.push(KeyCode.SHORTCUT, KeyCode.F).write("maturin", 0);
    waitUntil(() -> label("#find-position").startsWith("1 of "));

    robot.push(KeyCode.ENTER);
    waitUntil(() -> label("#find-position").startsWith("2 of "));

    robot.push(KeyCode.ESCAPE);
    waitForFxEvents();
    assertThat(visible("#find")).isEmpty();
  }

  @Test
  void aDroppedBinaryIsInspectedAndItsTopicRead() throws Exception {
    Files.createDirectories(folder.resolve("drive_c/windows/system32"));
    Path alone = Files.copy(PROGRAM, folder.resolve("drive_c/app.exe"));
    robot.interact(() -> window.drop(List.of(alone)));
    waitUntil(() -> articleText().contains("Where the loader looks, in its order"));
    assertThat(articleText()).contains("The library of CPython 3.12.").contains("Nothing.");

    robot.interact(() -> robot.lookup("#read-entry").queryButton().fire());
    waitUntil(() -> articleText().contains("How to tell it from look-alikes"));
  }

  @Test
  void theLibrariesOfADroppedWheelAreListedAndChosen() throws Exception {
    Path wheel = SampleWheel.in(folder);
    robot.interact(() -> window.drop(List.of(wheel)));
    waitUntil(() -> robot.lookup("#needs").queryAll().size() == 1);
    ListView<?> rows = robot.lookup("#needs").queryListView();

    robot.interact(() -> rows.getSelectionModel().selectFirst());
    waitUntil(() -> articleText().contains("wheel, macosx_11_0_arm64, with 1 library"));
    robot.interact(() -> rows.getSelectionModel().select(1));
    waitUntil(() -> articleText().contains("!/module/module.abi3.so"));
  }

  @Test
  void theMachineIsLookedAtAndCopiedAsMarkdown() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    waitUntil(() -> labels().contains("This machine was not looked at yet"));

    robot.interact(() -> robot.lookup("#look-at-machine").queryButton().fire());
    waitUntil(() -> articleText().contains("Variables that steer a build"));
    assertThat(articleText())
        .contains("the variables of the desktop it was started from")
        .contains("The Python that a build takes");

    robot.interact(() -> robot.lookup("#copy-machine").queryButton().fire());
    String copied = waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).startsWith("## PyO3 Doctor: this machine").contains("### Pythons");
  }

  @Test
  void theNextArticleFollowsAtTheFootAndByKey() throws Exception {
    robot.interact(() -> window.openTopic("extension-module-linking"));
    String first = articleText();
    robot.push(KeyCode.SHORTCUT, KeyCode.PAGE_DOWN);
    waitUntil(() -> !articleText().equals(first));

    robot.push(KeyCode.SHORTCUT, KeyCode.PAGE_UP);
    waitUntil(() -> articleText().equals(first));
  }

  @Test
  void severalThingsDroppedAreRefusedInWords() throws Exception {
    robot.interact(() -> window.drop(List.of(LOG, PROJECT)));

    assertThat(label("#notice")).startsWith("2 things were dropped");
  }

  @Test
  void aLogOfAnotherTroubleIsNotRecognised() throws Exception {
    robot.interact(() -> window.paste("error[E0502]: cannot borrow `x` as mutable\n --> a.rs:1"));

    waitUntil(() -> labels().contains("Not recognised"));
  }

  @Test
  void theExaminedProjectIsRememberedForTheNextStart() throws Exception {
    examine(PROJECT);
    waitUntil(() -> articleText().contains("How we know"));

    assertThat(Files.readString(folder.resolve("settings.json")))
        .contains("fail-integration-test")
        .contains("1 error");
  }

  @Test
  void whatIsDroppedAndIsNoProjectIsNamed() throws Exception {
    robot.interact(() -> window.drop(List.of(Path.of("notes.txt"))));

    waitUntil(() -> labels().contains("notes.txt does not exist"));
  }

  @Test
  void thereIsNothingToDoAgainWhereNothingWasDone() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    waitUntil(() -> labels().contains("No binary inspected yet"));
    assertThat(robot.lookup("#again").query().isDisabled()).isTrue();

    Path absent = folder.resolve("lost.dll");
    robot.interact(() -> window.inspect(absent));
    waitUntil(() -> labels().contains("This cannot be inspected"));
    assertThat(robot.lookup("#again").query().isDisabled()).isFalse();
    assertThat(labels()).contains(absent.toString()).contains("does not exist. Look at it again");
  }
}
