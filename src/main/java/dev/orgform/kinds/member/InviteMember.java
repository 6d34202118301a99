package dev.orgform.kinds.member;

import dev.orgform.api.Script;
import dev.orgform.apply.Creation;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Went;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Resource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Invites one person: looks whether they are there already, and sends the invitation. Source: POST
 * /organizations/{id}/members.
 */
record InviteMember(Means means, Resource wanted, Bindings bindings) {
  /** What the API answers about an organization that it may only not show yet. */
  private static final Set<Code> NOT_YET = EnumSet.of(Code.API_DENIED, Code.API_REFUSED);

  Script<Outcome> script() {
    return means.untilOpen(wanted.address(), this::unlessThere);
  }

  private Script<Went> unlessThere() {
    return new MemberSeeks(means.said())
        .named(Optional.of(organization()), wanted.label())
        .then(this::send);
  }

  private Script<Went> send(Checked<List<String>> there) {
    if (there.value().isEmpty()) {
      var why = there.diagnostics().getFirst();
      return Script.done(
          new Went(new Outcome.Failed(why), isFresh() && NOT_YET.contains(why.code())));
    }
    var current = there.value().get().stream().sorted().findFirst();
    if (current.isPresent()) {
      return Script.done(Went.over(new Outcome.Done(current)));
    }
    return new Creation(means, new MemberSeeks(means.said()))
        .send(
            wanted.address(),
            Optional.of(organization()),
            wanted.label(),
            List.of(),
            MemberWire.invite(organization(), wanted.label()),
            isFresh());
  }

  private String organization() {
    return bindings.id(wanted.fields().get(MemberKind.ORGANIZATION)).orElseThrow();
  }

  private boolean isFresh() {
    return bindings.isFresh(wanted.fields().get(MemberKind.ORGANIZATION));
  }
}
