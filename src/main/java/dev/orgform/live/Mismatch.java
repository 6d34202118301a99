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

  private static final String BOTH =
      "Pin each of them with the `id` of the organization that it means.";

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

  /** Its former name is borne by another, whose former name it bears. */
  static Diagnostic exchanged(Candidates one) {
    var declaration = one.declaration();
    return Diagnostic.error(
            Code.AMBIGUOUS_MATCH, declaration.address() + " could be either of two organizations")
        .because(
            "It and others bear each other's former names, so nobody can tell whether the names"
                + " have changed places or shall do so: it is "
                + described(one.named().getFirst())
                + " by its present name and "
                + described(one.firstFormer().orElseThrow())
                + " by a former one.")
        .todo(BOTH)
        .about(declaration.address())
        .at(declaration.place());
  }

  /** The base meant one thing by an address, and by its new name it would be another's. */
  static Diagnostic changedPlaces(
      Resource declaration, Resource before, Address taken, Resource now, Address giving) {
    return Diagnostic.error(
            Code.AMBIGUOUS_MATCH, declaration.address() + " could be either of two organizations")
        .because(
            "The base meant "
                + described(before)
                + " by it, whose name "
                + taken
                + " bears now; by its own new name it is "
                + described(now)
                + ", which was "
                + giving
                + ". Either the names changed places or the keys did.")
        .todo(BOTH)
        .about(declaration.address())
        .at(declaration.place());
  }

  /** The base meant one thing by an address, which another address takes; what is left is new. */
  static Diagnostic taken(Resource declaration, Resource before, Address taken) {
    return Diagnostic.error(
            Code.AMBIGUOUS_MATCH,
            declaration.address() + " could be a renamed organization or a new one")
        .because(
            "The base meant "
                + described(before)
                + " by it, whose name "
                + taken
                + " bears now, and nothing bears its own new name. Either that one was renamed and "
                + taken
                + " is another, or the keys changed and this one is new.")
        .todo(
            "Pin the one of them that means "
                + described(before)
                + " with that `id`; where "
                + taken
                + " was another before, pin it with the `id` of that.")
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
