package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.stream.Collectors;

/** Why a declaration could not be matched with one live object. */
final class Mismatch {
  /** So many candidates are worth showing at once. */
  static final int LISTED = 10;

  private Mismatch() {}

  static Diagnostic noSuchId(Resource declaration, String id) {
    return Diagnostic.error(Code.NO_SUCH_ID, "No live organization has the id " + id)
        .because(
            declaration.address()
                + " is pinned to it, and an id cannot be chosen when creating."
                + " It was deleted, or this credential cannot see it.")
        .todo(
            "Use a credential that sees it, correct the id, or take `id` out to have a new"
                + " organization created.")
        .about(declaration.address())
        .at(declaration.place());
  }

  static Diagnostic ambiguous(Resource declaration, Candidates.Choice choice) {
    long unlisted = choice.count() - choice.first().size();
    return Diagnostic.error(
            Code.AMBIGUOUS_MATCH,
            choice.count() + " live organizations could be " + declaration.address())
        .because(
            "These have its parent, and its name or a former one: "
                + choice.first().stream().map(Mismatch::described).collect(Collectors.joining(", "))
                + (unlisted == 0 ? "." : ", and " + unlisted + " more."))
        .todo("Pin the one that is meant with `id`.")
        .about(declaration.address())
        .at(declaration.place());
  }

  private static String described(Resource live) {
    var created =
        live.fields().get("create_time") instanceof Value.Text time
            ? ", created " + time.text()
            : "";
    return "\"" + live.fields().text("name") + "\" (" + Match.idOf(live) + created + ")";
  }

  static Diagnostic claimedTwice(Resource declaration, Address other, Resource found) {
    return Diagnostic.error(
            Code.CLAIMED_TWICE,
            declaration.address() + " and " + other + " mean the same live organization")
        .because("Both lead to " + described(found) + ".")
        .todo(
            "Pin each with the `id` that it means, or take out the declaration or the former name"
                + " that is not meant.")
        .about(declaration.address())
        .at(declaration.place());
  }
}
