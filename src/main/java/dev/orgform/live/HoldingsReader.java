package dev.orgform.live;

import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the accounts of organizations that a plan must count: one list for each organization whose
 * accounts the plan's own reading left out, and for each below it.
 *
 * <p>Nothing of it makes a plan fail. What is refused, or would take more than {@value #MOST}
 * lists, is not counted.
 */
public final class HoldingsReader {
  /** A tenth of what the API lets one user ask in five minutes. */
  private static final int MOST = 100;

  private final EventLoop loop;
  private final List<Kind> kinds;
  private final Function<String, Reads> reads;

  /** Reads through a loop what organizations hold of kinds that are accounts. */
  public HoldingsReader(EventLoop loop, List<Kind> kinds, Function<String, Reads> reads) {
    this.loop = loop;
    this.kinds = kinds.stream().filter(HoldingsReader::isHeld).toList();
    this.reads = reads;
  }

  private static boolean isHeld(Kind kind) {
    return kind.form() instanceof Kind.Form.Labelled;
  }

  /**
   * The accounts that organizations hold, those below them included; without those that could not
   * be counted.
   *
   * @param live has the accounts already of those that declare some
   * @param doomed and of those that are to be deleted
   */
  public SortedMap<Address, SortedSet<Address>> read(
      Live live,
      Collection<Address> organizations,
      Desired desired,
      Set<Address> doomed,
      int parallelism) {
    var known = new TreeSet<Address>(doomed);
    desired.rolls().stream()
        .filter(roll -> isHeld(roll.kind()))
        .forEach(roll -> known.add(roll.owner()));
    var holdings = new Holdings(live);
    var listed = new TreeMap<Address, Set<Address>>();
    known.forEach(one -> listed.put(one, Set.of()));
    var asked = new TreeSet<Address>();
    for (var organization : organizations) {
      var more = new TreeSet<>(holdings.within(organization));
      more.removeAll(known);
      more.addAll(asked);
      if (more.size() <= MOST) {
        asked.addAll(more);
      }
    }
    ask(live, asked, parallelism, listed);
    return holdings.of(organizations, listed);
  }

  private void ask(
      Live live,
      Collection<Address> organizations,
      int parallelism,
      Map<Address, Set<Address>> listed) {
    var tree =
        Resources.of(
            live.everything()
                .filter(one -> one.kind().form() instanceof Kind.Form.Branch)
                .toList());
    var bindings = new Bindings(tree);
    var asked = new ArrayList<Address>();
    var scripts = new ArrayList<Script<Checked<List<Resource>>>>();
    for (var organization : organizations) {
      for (var kind : kinds) {
        var roll = new Roll(kind, organization, false, Optional.empty());
        var wanted = new Wanted(List.of(), List.of(roll), new TreeSet<>(), tree, bindings);
        for (var script : reads.apply(kind.name()).scripts(wanted)) {
          asked.add(organization);
          scripts.add(script);
        }
      }
    }
    var ends = loop.runAll(scripts, parallelism);
    for (int i = 0; i < ends.size(); i++) {
      var organization = asked.get(i);
      ends.get(i).value().ifPresent(found -> listed.put(organization, addresses(found)));
    }
  }

  private static Set<Address> addresses(List<Resource> found) {
    return found.stream().map(Resource::address).collect(Collectors.toSet());
  }
}
