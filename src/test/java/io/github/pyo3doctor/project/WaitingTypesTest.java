package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.SharedItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTypesTest {
  /** The types of the statics in a source that Python has to do with. */
  private static List<String> types(String imports, String type) {
    String source = "use pyo3::Python;\n" + imports + "\nstatic X: " + type + " = make();\n";
    return Waits.items(source).stream().map(SharedItem::type).toList();
  }

  @Test
  void anImportSaysWhatANameIs() {
    assertThat(types("use std::sync::Mutex;", "Mutex<u8>")).containsExactly("std::sync::Mutex");
    assertThat(types("use parking_lot::Mutex;", "Mutex<u8>")).containsExactly("parking_lot::Mutex");
    assertThat(types("use tokio::sync::Mutex;", "Mutex<u8>")).isEmpty();
  }

  @Test
  void importsMayBeNestedRenamedOrAll() {
    assertThat(types("use std::{fmt, sync::{Arc, Mutex as M}};", "M<u8>"))
        .containsExactly("std::sync::Mutex");
    assertThat(types("use std::sync::*;", "RwLock<u8>")).containsExactly("std::sync::RwLock");
    assertThat(types("use std::sync;", "sync::RwLock<u8>")).containsExactly("std::sync::RwLock");
    assertThat(types("use std::sync::{self, Arc};", "sync::RwLock<u8>"))
        .containsExactly("std::sync::RwLock");
    assertThat(types("use once_cell::sync as once;", "once::Lazy<u8>"))
        .containsExactly("once_cell::sync::Lazy");
  }

  @Test
  void aFullPathNeedsNoImport() {
    assertThat(types("", "std::sync::OnceLock<u8>")).containsExactly("std::sync::OnceLock");
    assertThat(types("", "once_cell::sync::OnceCell<u8>"))
        .containsExactly("once_cell::sync::OnceCell");
  }

  @Test
  void aNameThatCouldBeAnyonesIsNotTakenForOurs() {
    assertThat(types("", "Mutex<u8>")).isEmpty();
    assertThat(types("mod own;", "Lazy<u8>")).isEmpty();
    assertThat(types("", "OnceLock<u8>")).containsExactly("std::sync::OnceLock");
  }

  @Test
  void whatDoesNotMakeThreadsWaitIsNone() {
    assertThat(types("use once_cell::unsync::Lazy;", "Lazy<u8>")).isEmpty();
    assertThat(types("use once_cell::race::OnceBox;", "OnceBox<u8>")).isEmpty();
    assertThat(types("use pyo3::sync::PyOnceLock;", "PyOnceLock<Py<PyAny>>")).isEmpty();
    assertThat(types("use std::cell::OnceCell;", "OnceCell<u8>")).isEmpty();
  }

  @Test
  void aLockIsFoundBehindWhatSharesIt() {
    assertThat(types("use std::sync::{Arc, Mutex};", "Option<Arc<Mutex<u8>>>"))
        .containsExactly("std::sync::Mutex");
    assertThat(types("use std::sync::{LazyLock, Mutex};", "LazyLock<Mutex<u8>>"))
        .containsExactly("std::sync::LazyLock", "std::sync::Mutex");
  }

  @Test
  void aLockOfEachElementIsNotTheStatics() {
    assertThat(types("use std::sync::Mutex;", "[Mutex<u8>; 2]")).isEmpty();
    assertThat(types("use std::sync::Mutex;", "HashMap<u8, Mutex<u8>>")).isEmpty();
  }
}
