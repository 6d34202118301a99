package dev.orgform.report.html;

import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.report.Shortened;

/** Strings as the page shows them: without what is private, and as long as anybody reads. */
record Words(Privacy privacy) {
  /** A name, a file, one line of a value. */
  String value(String raw) {
    var shortened = Shortened.to(Shortened.VALUE, privacy.text(raw));
    return shortened.head() + shortened.rest();
  }

  /** What the configuration calls an object; its kind alone where nothing declares it. */
  String address(Address address) {
    return value(address.isUndeclared() ? address.kind() : address.toString());
  }

  /** A sentence, which may quote values. */
  String sentence(String raw) {
    return privacy.sentence(raw);
  }

  /** {@code file:line:column}. */
  String place(Source source) {
    return source.line() == 0
        ? value(source.file())
        : value(source.file()) + ":" + source.line() + ":" + source.column();
  }

  /** Such as {@code 1 organization} and {@code 2 organizations}. */
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
