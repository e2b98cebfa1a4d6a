package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ApiCode;
import io.github.pyo3doctor.snapshot.ApiUse;
import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.ClassField;
import io.github.pyo3doctor.snapshot.Hold;
import io.github.pyo3doctor.snapshot.Interruption;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.MacroOption;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonFunction;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.Stay;
import io.github.pyo3doctor.snapshot.TypeDeclaration;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.WaitingCode;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The facts of a Rust source file as bytes, and back. */
final class FactsFormat {
  private FactsFormat() {}

  static byte[] write(RustFacts facts) {
    Writer writer = new Writer(new FactsOutput());
    writer.facts(facts);
    return writer.out.collected();
  }

  /**
   * @param path what the facts' places are in
   * @throws RuntimeException when the bytes are not what {@link #write} made
   */
  static RustFacts read(ByteBuffer bytes, String path) {
    return new Reader(new FactsInput(bytes, path)).facts();
  }

  /** What most facts are made of is written by functions that are made once. */
  private static final class Writer {
    private final FactsOutput out;
    private final Consumer<String> texts;
    private final Consumer<Located<String>> places = this::located;

    Writer(FactsOutput out) {
      this.out = out;
      texts = out::text;
    }

    void facts(RustFacts facts) {
      out.list(facts.crates(), places);
      out.list(facts.functions(), this::function);
      out.optional(facts.python(), this::python);
      out.optional(facts.waiting(), this::waiting);
      out.optional(facts.api(), this::api);
      out.list(facts.types(), this::type);
      out.list(facts.modules(), this::module);
      out.flag(facts.outline());
      out.flag(facts.ofPython());
    }

    private void located(Located<String> text) {
      out.text(text.value());
      out.place(text.location());
    }

    private void function(RustFunction function) {
      out.text(function.name());
      out.place(function.location());
      out.flag(function.test());
      out.list(function.conditions(), texts);
      out.optional(function.python(), places);
      out.list(function.calls(), places);
    }

    private void module(RustFacts.Module module) {
      out.text(module.name());
      out.list(module.inside(), this::inline);
      out.optional(module.path(), texts);
      out.list(module.conditionalPaths(), texts);
      out.list(module.conditions(), texts);
      out.place(module.location());
    }

    private void inline(RustFacts.Inline inline) {
      out.text(inline.name());
      out.optional(inline.path(), texts);
    }

    private void python(PythonCode code) {
      out.list(code.items(), this::item);
      out.list(code.imports(), places);
      out.list(code.threadPromises(), places);
      out.list(code.generators(), places);
    }

    private void item(PythonItem item) {
      out.text(item.macro());
      out.place(item.macroAt());
      out.text(item.keyword());
      out.text(item.name());
      out.place(item.location());
      out.list(item.options(), this::option);
      out.list(item.derives(), texts);
      out.list(item.fields(), this::field);
      out.flag(item.plain());
      out.flag(item.changing());
      out.text(item.place().name());
      out.list(item.conditions(), texts);
      out.list(item.macroConditions(), texts);
    }

    private void option(MacroOption option) {
      out.text(option.name());
      out.optional(option.value(), texts);
      out.flag(option.conditional());
    }

    private void field(ClassField field) {
      out.text(field.name());
      out.text(field.type());
      out.place(field.location());
      out.list(field.options(), this::option);
    }

    private void waiting(WaitingCode code) {
      out.list(code.items(), this::shared);
      out.list(code.visits(), this::visit);
      out.list(code.functions(), this::pythonFunction);
      out.list(code.interruptions(), this::interruption);
      out.list(code.holds(), this::hold);
    }

    private void hold(Hold hold) {
      out.text(hold.kind().name());
      out.text(hold.owner());
      out.text(hold.held());
      out.text(hold.method());
      located(hold.line());
      located(hold.borrow());
      located(hold.function());
      out.flag(hold.test());
      out.list(hold.conditions(), texts);
    }

    private void interruption(Interruption interruption) {
      located(interruption.function());
      out.flag(interruption.calledByPython());
      out.flag(interruption.test());
      out.number(interruption.parameters());
      out.optional(interruption.heeds(), places);
      out.list(interruption.stays(), this::stay);
      out.list(interruption.calls(), places);
      out.list(interruption.counts(), texts);
      out.list(interruption.conditions(), texts);
    }

    private void stay(Stay stay) {
      out.text(stay.kind().name());
      out.text(stay.method());
      out.number(stay.arguments());
      located(stay.line());
      out.list(stay.calls(), texts);
      out.optional(stay.counter(), texts);
    }

    private void api(ApiCode code) {
      out.list(code.uses(), this::apiUse);
      out.list(code.globs(), texts);
      out.list(code.declared(), texts);
    }

    private void type(TypeDeclaration type) {
      out.text(type.name());
      out.place(type.location());
      out.list(type.parameters(), texts);
      out.list(type.parts(), this::part);
      out.list(type.conditions(), texts);
    }

    private void part(TypeDeclaration.Part part) {
      out.text(part.name());
      out.text(part.written());
      out.text(part.type());
      out.place(part.location());
      out.list(part.conditions(), texts);
    }

    private void apiUse(ApiUse use) {
      out.text(use.form().name());
      out.text(use.name());
      located(use.line());
      out.list(use.conditions(), texts);
    }

    private void shared(SharedItem item) {
      out.text(item.name());
      out.text(item.kind().name());
      out.text(item.owner());
      out.text(item.type());
      out.place(item.location());
      reach(item.initializer());
      out.list(item.conditions(), texts);
    }

    private void visit(Visit visit) {
      out.text(visit.name());
      out.text(visit.owner());
      out.text(visit.kind().name());
      out.text(visit.method());
      located(visit.line());
      located(visit.function());
      out.flag(visit.test());
      out.text(visit.attachment().name());
      reach(visit.inside());
      out.list(visit.conditions(), texts);
      out.optional(visit.borrow(), borrow -> out.text(borrow.name()));
    }

    private void reach(Reach reach) {
      out.text(reach.word());
      out.optional(reach.python(), places);
      out.list(reach.calls(), places);
    }

    private void pythonFunction(PythonFunction function) {
      out.place(function.location());
      out.text(function.called().name());
      out.optional(function.attaches(), places);
      out.optional(function.detaches(), places);
      out.optional(function.runs(), places);
    }
  }

  /** Arguments are evaluated from left to right, so each constructor reads in the order written. */
  private static final class Reader {
    private final FactsInput in;
    private final Supplier<String> texts;
    private final Supplier<Located<String>> places = this::located;

    Reader(FactsInput in) {
      this.in = in;
      texts = in::text;
    }

    RustFacts facts() {
      return new RustFacts(
          in.list(places),
          in.list(this::function),
          in.optional(this::python),
          in.optional(this::waiting),
          in.optional(this::api),
          in.list(this::type),
          in.list(this::module),
          in.flag(),
          in.flag());
    }

    private Located<String> located() {
      return new Located<>(in.text(), in.place());
    }

    private RustFunction function() {
      return new RustFunction(
          in.text(), in.place(), in.flag(), in.list(texts), in.optional(places), in.list(places));
    }

    private RustFacts.Module module() {
      return new RustFacts.Module(
          in.text(),
          in.list(this::inline),
          in.optional(texts),
          in.list(texts),
          in.list(texts),
          in.place());
    }

    private RustFacts.Inline inline() {
      return new RustFacts.Inline(in.text(), in.optional(texts));
    }

    private PythonCode python() {
      return new PythonCode(in.list(this::item), in.list(places), in.list(places), in.list(places));
    }

    private PythonItem item() {
      return new PythonItem(
          in.text(),
          in.place(),
          in.text(),
          in.text(),
          in.place(),
          in.list(this::option),
          in.list(texts),
          in.list(this::field),
          in.flag(),
          in.flag(),
          PythonItem.Place.valueOf(in.text()),
          in.list(texts),
          in.list(texts));
    }

    private MacroOption option() {
      return new MacroOption(in.text(), in.optional(texts), in.flag());
    }

    private ClassField field() {
      return new ClassField(in.text(), in.text(), in.place(), in.list(this::option));
    }

    private WaitingCode waiting() {
      return new WaitingCode(
          in.list(this::shared),
          in.list(this::visit),
          in.list(this::pythonFunction),
          in.list(this::interruption),
          in.list(this::hold));
    }

    private Hold hold() {
      return new Hold(
          Hold.Kind.valueOf(in.text()),
          in.text(),
          in.text(),
          in.text(),
          located(),
          located(),
          located(),
          in.flag(),
          in.list(texts));
    }

    private Interruption interruption() {
      return new Interruption(
          located(),
          in.flag(),
          in.flag(),
          in.count(),
          in.optional(places),
          in.list(this::stay),
          in.list(places),
          in.list(texts),
          in.list(texts));
    }

    private Stay stay() {
      return new Stay(
          Stay.Kind.valueOf(in.text()),
          in.text(),
          in.count(),
          located(),
          in.list(texts),
          in.optional(texts));
    }

    private ApiCode api() {
      return new ApiCode(in.list(this::apiUse), in.list(texts), in.list(texts));
    }

    private TypeDeclaration type() {
      return new TypeDeclaration(
          in.text(), in.place(), in.list(texts), in.list(this::part), in.list(texts));
    }

    private TypeDeclaration.Part part() {
      return new TypeDeclaration.Part(in.text(), in.text(), in.text(), in.place(), in.list(texts));
    }

    private ApiUse apiUse() {
      return new ApiUse(ApiUse.Form.valueOf(in.text()), in.text(), located(), in.list(texts));
    }

    private SharedItem shared() {
      return new SharedItem(
          in.text(),
          SharedItem.Kind.valueOf(in.text()),
          in.text(),
          in.text(),
          in.place(),
          reach(),
          in.list(texts));
    }

    private Visit visit() {
      return new Visit(
          in.text(),
          in.text(),
          Visit.Kind.valueOf(in.text()),
          in.text(),
          located(),
          located(),
          in.flag(),
          Attachment.valueOf(in.text()),
          reach(),
          in.list(texts),
          in.optional(() -> Visit.Borrow.valueOf(in.text())));
    }

    private Reach reach() {
      return new Reach(in.text(), in.optional(places), in.list(places));
    }

    private PythonFunction pythonFunction() {
      return new PythonFunction(
          in.place(),
          Attachment.valueOf(in.text()),
          in.optional(places),
          in.optional(places),
          in.optional(places));
    }
  }
}
