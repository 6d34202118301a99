package dev.orgform.kinds.member;

import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.apply.CreationTogether;
import dev.orgform.apply.CreationTogether.Sent;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Invites several people to one organization with one request, and one by one where the server does
 * not know that request or refuses all because of some. Source: POST
 * /organizations/{id}/members:batchCreate, which takes ten.
 */
final class InviteMembers {
  static final int MOST = 10;

  /** What a server says that does not have the request. */
  private static final Set<Integer> UNKNOWN = Set.of(404, 405);

  /** What a server says of all where only some are wrong. */
  private static final Set<Integer> WRONG = Set.of(400, 409, 413, 415, 422);

  private final Means means;
  private final List<Resource> wanted;
  private final Bindings bindings;
  private final Runnable missing;
  private final String organization;
  private final SortedMap<Address, Outcome> outcomes = new TreeMap<>();

  /**
   * For people who are due together.
   *
   * @param missing is told that the server does not have the request
   */
  InviteMembers(Means means, List<Resource> wanted, Bindings bindings, Runnable missing) {
    this.means = means;
    this.wanted = List.copyOf(wanted);
    this.bindings = bindings;
    this.missing = missing;
    this.organization =
        bindings.id(wanted.getFirst().fields().get(MemberKind.ORGANIZATION)).orElseThrow();
  }

  /** How each ended, in their order. */
  Script<List<Outcome>> script() {
    return present().then(this::unlessThere).map(this::inOrder);
  }

  private Script<Checked<Map<String, String>>> present() {
    return MemberWire.all(organization, false, means.said())
        .map(
            listed ->
                listed
                    .value()
                    .map(nodes -> Checked.of(MemberWire.current(nodes), listed.diagnostics()))
                    .orElseGet(() -> Checked.failed(listed.diagnostics())));
  }

  /** An organization that cannot be read yet is one of those that each waits for by itself. */
  private Script<Boolean> unlessThere(Checked<Map<String, String>> there) {
    if (there.value().isEmpty()) {
      return oneByOne(wanted);
    }
    var due = new ArrayList<Resource>();
    for (var one : wanted) {
      var id = there.value().get().get(Roll.person(one.label()));
      if (id == null) {
        due.add(one);
      } else {
        outcomes.put(one.address(), new Outcome.Done(Optional.of(id)));
      }
    }
    return due.size() > 1 ? together(due) : oneByOne(due);
  }

  private Script<Boolean> together(List<Resource> due) {
    var emails = due.stream().map(Resource::label).toList();
    return new CreationTogether(means, organization, this::present, Roll::person)
        .send(
            due.stream().map(one -> new CreationTogether.One(one.address(), one.label())).toList(),
            MemberWire.inviteAll(organization, emails),
            MemberWire::current)
        .then(sent -> ended(sent, due));
  }

  private Script<Boolean> ended(Sent sent, List<Resource> due) {
    return switch (sent) {
      case Sent.Ended ended -> {
        outcomes.putAll(ended.outcomes());
        yield Script.done(true);
      }
      case Sent.Refused refused -> refused(refused, due);
    };
  }

  private Script<Boolean> refused(Sent.Refused refused, List<Resource> due) {
    if (refused.reply() instanceof Reply.Answer answer && UNKNOWN.contains(answer.status())) {
      missing.run();
      return oneByOne(due);
    }
    if (refused.reply() instanceof Reply.Answer answer && WRONG.contains(answer.status())) {
      return oneByOne(due);
    }
    due.forEach(one -> outcomes.put(one.address(), refused.outcome(one.address())));
    return Script.done(true);
  }

  /** Each looks again by itself before it sends anything. */
  private Script<Boolean> oneByOne(List<Resource> due) {
    Script<Boolean> all = Script.done(true);
    for (var one : due) {
      all =
          all.then(
              before ->
                  new InviteMember(means, one, bindings)
                      .script()
                      .serving(one.address().toString())
                      .map(
                          outcome -> {
                            outcomes.put(one.address(), outcome);
                            return true;
                          }));
    }
    return all;
  }

  private List<Outcome> inOrder(boolean all) {
    return wanted.stream().map(one -> Objects.requireNonNull(outcomes.get(one.address()))).toList();
  }
}
