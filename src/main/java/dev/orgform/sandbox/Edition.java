package dev.orgform.sandbox;

import java.util.Optional;

/** Which organizations a customer may create, after Cloudflare's limitations page. */
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

  /** What the {@code sub_org_creation} flag says. */
  boolean nests() {
    return levels > 0;
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
