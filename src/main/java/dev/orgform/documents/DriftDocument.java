package dev.orgform.documents;

import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How live stands to what is declared, as it is saved and shown. Its schema is {@code
 * schemas/drift.schema.json}.
 *
 * @param tool the version of orgform that made it
 * @param made when, where somebody said so
 * @param objects what is not as declared: drifted, missing and ignored
 * @param unmanaged everything live that no file declares and that is not to be removed
 * @param doomed what is to be removed and is still there
 * @param managed how many live organizations are declared
 * @param seen how many there are
 * @param diagnostics warnings and notes
 * @param requests how many requests the reading took
 * @param blame who did it, where that was asked
 * @param ages what is new since a run, where that was asked; then {@code objects} lacks what was
 *     certainly so before
 */
public record DriftDocument(
    String tool,
    Optional<Instant> made,
    List<DriftedObject> objects,
    List<LiveObject> unmanaged,
    List<DoomedObject> doomed,
    int managed,
    int seen,
    List<Diagnostic> diagnostics,
    int requests,
    Optional<Blamed> blame,
    Optional<Ages> ages) {

  public DriftDocument {
    objects = List.copyOf(objects);
    unmanaged = List.copyOf(unmanaged);
    doomed = List.copyOf(doomed);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The document of a survey; the same survey gives the same document.
   *
   * @param tool the version of orgform that made the survey
   */
  public static DriftDocument of(Survey survey, String tool) {
    return new DriftDocument(
        tool,
        Optional.empty(),
        survey.drift().stream().map(Asides::drifted).toList(),
        survey.unmanaged().stream().map(Asides::unmanaged).toList(),
        survey.doomed().stream()
            .map(
                one ->
                    new DoomedObject(
                        Asides.unmanaged(one.live()), Source.of(one.removal().place())))
            .toList(),
        survey.managed(),
        survey.seen(),
        survey.diagnostics(),
        survey.requests(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, saying when it was made. */
  public DriftDocument madeAt(Instant when) {
    return new DriftDocument(
        tool,
        Optional.of(when),
        objects,
        unmanaged,
        doomed,
        managed,
        seen,
        diagnostics,
        requests,
        blame,
        ages);
  }

  /** The same, saying who did it, and what is to be said of that. */
  public DriftDocument blaming(Blamed blamed, List<Diagnostic> more) {
    var said = new ArrayList<>(diagnostics);
    said.addAll(more);
    return new DriftDocument(
        tool,
        made,
        objects,
        unmanaged,
        doomed,
        managed,
        seen,
        said,
        requests,
        Optional.of(blamed),
        ages);
  }

  /** The same, saying of each difference on which side it came about, as far as that is proven. */
  public DriftDocument traced(Left left) {
    var tracing = new Tracing(this, left);
    return new DriftDocument(
        tool,
        made,
        objects.stream().map(one -> one.from(tracing.of(one))).toList(),
        unmanaged,
        doomed,
        managed,
        seen,
        diagnostics,
        requests,
        blame,
        ages);
  }

  /** Without what was certainly so when a run ended, saying of the rest what is known. */
  public DriftDocument since(Since since) {
    var aged = Ages.of(this, since);
    var known = new TreeSet<>(aged.known());
    return new DriftDocument(
        tool,
        made,
        objects.stream().filter(one -> !known.contains(one.address())).toList(),
        unmanaged,
        doomed,
        managed,
        seen,
        diagnostics,
        requests,
        blame,
        Optional.of(aged));
  }

  /** What is not as declared in one way. */
  public List<DriftedObject> in(DriftedObject.State state) {
    return objects.stream().filter(one -> one.state() == state).toList();
  }

  /**
   * Whether anything drifted or is missing; neither what is ignored, unmanaged nor older than asked
   * counts.
   */
  public boolean isDrift() {
    return objects.stream().anyMatch(one -> one.state() != DriftedObject.State.IGNORED);
  }

  /** Whether everything that drifted or is missing was changed outside of orgform. */
  public boolean isElsewhere() {
    return objects.stream().allMatch(DriftedObject::isElsewhere);
  }

  /** JSON for people, ending with a line break; pure ASCII, so safe in any log. */
  public String pretty() {
    return SafeJson.pretty(DriftWriter.write(this)) + "\n";
  }

  /** JSON in one line without a line break, keys in the same order as {@link #pretty()}. */
  public String line() {
    return SafeJson.line(DriftWriter.write(this));
  }
}
