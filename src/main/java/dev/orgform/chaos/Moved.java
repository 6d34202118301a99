package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.kinds.placement.PlacementKind;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Account;
import dev.orgform.sandbox.Estate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * I13: no account ever loses its organization; each moves by a step of a plan, by one request, and
 * to nowhere but where that step wants it.
 */
final class Moved {
  private final Map<String, Optional<String>> where = new TreeMap<>();
  private final Tally met;

  Moved(Estate estate, Tally met) {
    this.met = met;
    estate.accounts().byId().values().forEach(one -> where.put(one.id(), one.organization()));
  }

  /** The server has handled a call of a process. */
  void judge(Call call, Estate estate, Watch watch) {
    for (Account account : estate.accounts().byId().values()) {
      var before = where.put(account.id(), account.organization());
      if (!account.organization().equals(before)) {
        moved(account, call, watch);
      }
    }
  }

  private void moved(Account account, Call call, Watch watch) {
    met.met(Met.PLACED);
    if (account.organization().isEmpty()) {
      throw new Violation.Found("I13", account.id() + " is in no organization any more");
    }
    boolean asked = isMove(call) && call.path().get(1).equals(account.id());
    boolean wanted =
        watch
            .plan()
            .flatMap(plan -> wanted(plan, account.id()))
            .filter(one -> watch.isOf(one, account.organization().get()))
            .isPresent();
    if (!asked || !wanted) {
      throw new Violation.Found(
          "I13", account.id() + " went to " + account.organization().get() + " by " + call);
    }
  }

  private static Optional<Resource> wanted(Plan plan, String account) {
    var address = PlacementKind.PLACEMENT.address(account);
    return plan.steps().stream()
        .filter(step -> step.address().equals(address))
        .flatMap(
            step ->
                switch (step.change()) {
                  case Change.Create create -> Optional.of(create.wanted()).stream();
                  case Change.Update update -> Optional.of(update.wanted()).stream();
                  case Change.Delete delete -> Optional.<Resource>empty().stream();
                })
        .findFirst();
  }

  static boolean isMove(Call call) {
    return call.method() == Call.Method.POST && call.path().getFirst().equals("accounts");
  }
}
