package dev.orgform.kinds.placement;

import dev.orgform.api.Reply;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;

/** Why a declared account can be moved by nobody here. */
final class Lost {
  private static final int NOT_FOUND = 404;

  private Lost() {}

  /** The API says that there is none of that id, or that it does not show it. */
  static Diagnostic unseen(Resource wish, Whereabouts.Unseen unseen) {
    boolean none = unseen.reply() instanceof Reply.Answer answer && answer.status() == NOT_FOUND;
    return Diagnostic.error(
            Code.NO_SUCH_ACCOUNT,
            none
                ? "There is no account " + account(wish)
                : "This credential does not see the account " + account(wish))
        .because(unseen.why().detail())
        .todo(
            none
                ? "Correct the id: it is the account's, as the dashboard's address shows it."
                : "Check the id. If it is right, use the key of a super administrator of the"
                    + " account, or of an organization above it.")
        .about(wish.address())
        .at(wish.place());
  }

  /** It is in somebody else's tree, or in a part of this one that is hidden. */
  static Diagnostic elsewhere(Resource wish, String organization) {
    return Diagnostic.error(
            Code.ACCOUNT_ELSEWHERE, "The account " + account(wish) + " is in another tree")
        .because(
            "It is in the organization %s, which this credential does not see."
                .formatted(organization))
        .todo(
            "Use a credential that sees that organization, or take the entry out: accounts move"
                + " within one hierarchy only.")
        .about(wish.address())
        .at(wish.place());
  }

  private static String account(Resource wish) {
    return "%s (\"%s\")".formatted(wish.address().key(), wish.label());
  }
}
