package dev.orgform.kinds.member;

import dev.orgform.api.Script;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Seeks;
import dev.orgform.apply.Writes;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.Optional;

/** Invites and removes members; each is a file of its own. */
public final class MemberWrites implements Writes {
  private final Means means;
  private boolean isTogetherMissing;

  public MemberWrites(Means means) {
    this.means = means;
  }

  @Override
  public Script<Outcome> create(Resource wanted, Bindings bindings) {
    return new InviteMember(means, wanted, bindings).script();
  }

  /** A server that does not have the request is asked once in a run. */
  @Override
  public int together() {
    return isTogetherMissing ? 1 : InviteMembers.MOST;
  }

  @Override
  public Script<List<Outcome>> createTogether(List<Resource> wanted, Bindings bindings) {
    return new InviteMembers(means, wanted, bindings, () -> isTogetherMissing = true).script();
  }

  @Override
  public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
    throw new IllegalStateException("the API has no request that changes a member");
  }

  @Override
  public Script<Outcome> delete(Resource planned, Bindings bindings) {
    return new RemoveMember(means, planned, bindings).script();
  }

  @Override
  public Optional<Seeks> seeks() {
    return Optional.of(new MemberSeeks(means.said()));
  }
}
