package dev.orgform.model;

import java.util.List;
import java.util.Optional;

/**
 * The only way to talk to people about a problem.
 *
 * @param severity how bad it is
 * @param code what it is, stable over versions; {@code orgform explain CODE} tells more
 * @param summary what is wrong, as a title
 * @param detail why it is wrong; may be empty
 * @param remedy what to do next; may be empty only for notes
 * @param address what it is about, where it is about one thing
 * @param places where it stands, the first one being what is wrong and the others what it clashes
 *     with
 */
public record Diagnostic(
    Severity severity,
    Code code,
    String summary,
    String detail,
    String remedy,
    Optional<Address> address,
    List<Place> places) {

  public Diagnostic {
    places = List.copyOf(places);
  }

  public static Diagnostic error(Code code, String summary) {
    return new Diagnostic(Severity.ERROR, code, summary, "", "", Optional.empty(), List.of());
  }

  public static Diagnostic warning(Code code, String summary) {
    return new Diagnostic(Severity.WARNING, code, summary, "", "", Optional.empty(), List.of());
  }

  public static Diagnostic note(Code code, String summary) {
    return new Diagnostic(Severity.NOTE, code, summary, "", "", Optional.empty(), List.of());
  }

  public Diagnostic because(String why) {
    return new Diagnostic(severity, code, summary, why, remedy, address, places);
  }

  public Diagnostic todo(String what) {
    return new Diagnostic(severity, code, summary, detail, what, address, places);
  }

  public Diagnostic about(Address what) {
    return new Diagnostic(severity, code, summary, detail, remedy, Optional.of(what), places);
  }

  public Diagnostic at(Place... where) {
    return new Diagnostic(severity, code, summary, detail, remedy, address, List.of(where));
  }

  public Diagnostic at(Optional<Place> where) {
    return where.map(this::at).orElse(this);
  }

  /** The same, where it does not stand in the way. */
  public Diagnostic asWarning() {
    return new Diagnostic(Severity.WARNING, code, summary, detail, remedy, address, places);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
