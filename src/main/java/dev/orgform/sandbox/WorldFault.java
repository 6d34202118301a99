package dev.orgform.sandbox;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/** What happens in the world right before a request is looked at; a request may have several. */
public sealed interface WorldFault extends Fault {
  /** What somebody in the dashboard does. */
  enum Edited {
    /** Renames an organization. */
    RENAME,
    /** Deletes an organization that has none below it. */
    DELETE,
    /** Creates an organization below another. */
    CREATE,
    /** Creates just what the request, a POST, is about to create. */
    TWIN,
    /** Changes {@code business_phone}. */
    PROFILE
  }

  /** The organization that this request creates is missing from lists and by its id for a while. */
  record Hidden(Duration span) implements WorldFault {
    @Override
    public String toString() {
      return "hidden(" + Knob.spell(span) + ")";
    }
  }

  /**
   * The organization that this request creates is answered 403 for a while, by id and as parent.
   */
  record Forbidden(Duration span) implements WorldFault {
    @Override
    public String toString() {
      return "forbidden(" + Knob.spell(span) + ")";
    }
  }

  /**
   * Somebody edits the estate.
   *
   * @param of which organization, counted from the oldest, beginning again behind the newest; the
   *     newest when none is given
   */
  record Editor(Edited deed, OptionalInt of) implements WorldFault {
    @Override
    public String toString() {
      return "editor(%s%s)"
          .formatted(
              deed.name().toLowerCase(Locale.ROOT), of.isPresent() ? ",of=" + of.getAsInt() : "");
    }
  }

  /** From here on the credential is answered 401. */
  record Expired() implements WorldFault {
    @Override
    public String toString() {
      return "expired";
    }
  }

  /** From here on the credential is answered 403. */
  record Revoked() implements WorldFault {
    @Override
    public String toString() {
      return "revoked";
    }
  }
}
