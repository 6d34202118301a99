package dev.orgform.apply;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/** No journal, no change: how a step ends whose intent could not be written down. */
final class Unwritten {
  private Unwritten() {}

  static Outcome outcome(Address address, Memory memory) {
    var why = memory.broken().map(Diagnostic::detail).orElse("The journal cannot be written.");
    var todo = memory.broken().map(Diagnostic::remedy).orElse("");
    return new Outcome.Failed(
        Diagnostic.error(Code.STORE_UNUSABLE, address + " was not sent: it cannot be written down")
            .because(why)
            .todo(todo)
            .about(address));
  }
}
