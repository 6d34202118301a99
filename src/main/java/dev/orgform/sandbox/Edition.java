package dev.orgform.sandbox;

import java.util.Optional;
import java.util.Set;

/**
 * Which organizations a customer may create and where accounts may go, after Cloudflare's
 * limitations page.
 */
enum Edition {
  /** Roots and up to five levels below each. */
  ANY(5),
  /** Up to five levels below roots that only Cloudflare's staff creates. */
  DISTRIBUTOR(5),
  /** One organization, with nothing below it. */
  ENTERPRISE(0);

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final int levels;

  Edition(int levels) {
    this.levels = levels;
  }

  /** Leaves with a 4xx in the dashboard's words when such an organization may not be created. */
  void admit(Estate estate, Optional<String> parent) {
    if (parent.isPresent()) {
      if (estate.lineage(parent.get()).size() > levels) {
        throw Denials.notEligible(
            levels == 0
                ? "an Enterprise organization cannot have sub-organizations"
                : "sub-organizations nest at most " + levels + " levels deep");
      }
    } else if (roots() <= rootsOf(estate)) {
      throw Denials.notEligible(
          roots() == 0
              ? "organizations of a Distributor are created by Cloudflare"
              : "maximum number of organizations reached");
    }
  }

  /**
   * Leaves with a 4xx when an account may not go where it is not yet: everywhere a move stays below
   * one root, and nothing ever leaves all organizations.
   */
  void admit(Estate estate, Account account, String destination) {
    var source = account.organization();
    if (source.isEmpty() && this == DISTRIBUTOR) {
      throw Denials.notMovable("an account from outside cannot be assigned to a Distributor");
    }
    if (source.isPresent() && this == ENTERPRISE) {
      throw Denials.notMovable("accounts of an Enterprise organization stay in it");
    }
    if (source.isPresent() && !root(estate, source.get()).equals(root(estate, destination))) {
      throw Denials.notMovable("accounts move within one hierarchy only");
    }
  }

  private static String root(Estate estate, String id) {
    return estate.lineage(id).getFirst().id();
  }

  /** The capability flags that say no. */
  Set<String> denied() {
    return switch (this) {
      case ANY -> Set.of();
      case DISTRIBUTOR -> Set.of("account_migration");
      case ENTERPRISE -> Set.of("account_mobility", "sub_org_creation");
    };
  }

  private int roots() {
    return switch (this) {
      case ANY -> UNLIMITED;
      case DISTRIBUTOR -> 0;
      case ENTERPRISE -> 1;
    };
  }

  private static long rootsOf(Estate estate) {
    return estate.organizations().values().stream().filter(o -> o.parent().isEmpty()).count();
  }
}
