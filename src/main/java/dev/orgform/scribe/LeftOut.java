package dev.orgform.scribe;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Optional;

/**
 * Something live that no file can say.
 *
 * @param field the one that is meant; the whole object where none is
 * @param why what stands in the way, as a sentence
 */
public record LeftOut(Address address, Optional<String> field, String why) {

  /** The same for people. */
  public Diagnostic diagnostic() {
    var what = field.map(name -> "field " + name + " of " + address).orElse(address.toString());
    return Diagnostic.warning(Code.NOT_IMPORTED, "Left out: " + what)
        .because(why)
        .todo(
            field.isPresent()
                ? "It is not managed; change it where it is, and import again."
                : "Neither it nor what belongs to it is managed; what is below it is written with"
                    + " its own id. Rename it, and import again.")
        .about(address);
  }
}
