package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the Rust Reference, Destructors. */
class GuardExtentTest {
  private static final String ATTACH = " Python::attach(|_| {});";

  /** Whether Python is attached to in a function's body while the lock is held. */
  private static boolean attachesWhileHeld(String body) {
    return Waits.lock("fn f() {\n" + body + "\n}\n").inside().python().isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let rows = ROWS.lock().unwrap();",
        "let mut rows = ROWS.lock().expect(\"whole\");",
        "let rows = ROWS.lock()?;",
        "let _rows = ROWS.lock().unwrap_or_else(|broken| broken.into_inner());",
        "let Ok(mut rows) = ROWS.lock() else { return };"
      })
  void aBoundGuardIsHeldToTheEndOfItsBlock(String binding) {
    assertThat(attachesWhileHeld(binding + ATTACH)).isTrue();
    assertThat(attachesWhileHeld("{ " + binding + " }" + ATTACH)).isFalse();
  }

  @Test
  void whatDropsTheGuardEndsIt() {
    assertThat(attachesWhileHeld("let rows = ROWS.lock().unwrap(); drop(rows);" + ATTACH))
        .isFalse();
    assertThat(attachesWhileHeld("let rows = ROWS.lock().unwrap(); drop(other);" + ATTACH))
        .isTrue();
  }

  @Test
  void anUnderscoreBindsNothing() {
    assertThat(attachesWhileHeld("let _ = ROWS.lock().unwrap();" + ATTACH)).isFalse();
  }

  @Test
  void aShadowedGuardIsStillHeld() {
    assertThat(
            attachesWhileHeld("let rows = ROWS.lock().unwrap(); let rows = rows.len();" + ATTACH))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROWS.lock().unwrap().push(1);",
        "let length = ROWS.lock().unwrap().len();",
        "let first = *ROWS.lock().unwrap().first().unwrap();",
        "let first = ROWS.lock().unwrap()[0];"
      })
  void aTemporaryGuardIsHeldToTheEndOfItsStatement(String statement) {
    assertThat(attachesWhileHeld(statement + ATTACH)).isFalse();
  }

  @Test
  void argumentsAreEvaluatedWhileAnEarlierOneHoldsTheLock() {
    assertThat(attachesWhileHeld("f(ROWS.lock().unwrap().len(), Python::attach(|_| 1));")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if let Some(row) = ROWS.lock().unwrap().first() {",
        "while let Some(row) = ROWS.lock().unwrap().pop() {",
        "match ROWS.lock().unwrap().len() { 0 =>",
        "for row in ROWS.lock().unwrap().iter() {"
      })
  void whatIsMatchedOrIteratedOverIsHeldInTheBody(String head) {
    assertThat(attachesWhileHeld(head + ATTACH + " }")).isTrue();
    assertThat(attachesWhileHeld(head + " {} }" + ATTACH)).isFalse();
  }

  @Test
  void aConditionIsOverBeforeTheBody() {
    assertThat(attachesWhileHeld("if ROWS.lock().unwrap().is_empty() {" + ATTACH + " }"))
        .isFalse();
    assertThat(attachesWhileHeld("while ROWS.lock().unwrap().is_empty() {" + ATTACH + " }"))
        .isFalse();
  }

  /** Edition 2024 releases the lock there; before it was held, and both are written. */
  @Test
  void theElseOfAnIfLetDoesNotCount() {
    assertThat(
            attachesWhileHeld(
                "if let Some(row) = ROWS.lock().unwrap().first() {} else {" + ATTACH + " }"))
        .isFalse();
  }

  @Test
  void theTailOfABlockReleasesTheLockWithIt() {
    assertThat(attachesWhileHeld("let length = { ROWS.lock().unwrap().len() };" + ATTACH))
        .isFalse();
  }

  @Test
  void aGuardInAClosureIsHeldInTheClosure() {
    assertThat(
            attachesWhileHeld(
                "let read = || { let rows = ROWS.lock().unwrap(); rows.len() };" + ATTACH))
        .isFalse();
  }

  @Test
  void aLockTakenInsideAttachIsNotHeldWhileAttaching() {
    assertThat(attachesWhileHeld("Python::attach(|_| ROWS.lock().unwrap().len());")).isFalse();
  }
}
