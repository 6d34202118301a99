package dev.orgform.kinds.placement;

import dev.orgform.model.Deed;
import dev.orgform.model.Field;
import dev.orgform.model.Field.Shape;
import dev.orgform.model.Kind;
import java.util.List;

/** What pure code knows of an account's being in an organization. */
public final class PlacementKind {
  public static final String ORGANIZATION = "organization";

  /** What the YAML calls an account, and what an account that it does not name calls itself. */
  public static final String LABEL = "label";

  /**
   * Source: POST /accounts/{id}/move, which is all that there is: an account that was in no
   * organization stays in one for ever, and nothing here deletes one.
   */
  public static final Kind PLACEMENT =
      new Kind(
          "placement",
          "cloudflare_account_placement",
          40,
          new Kind.Form.Labelled("accounts", ORGANIZATION, LABEL),
          List.of(new Field(ORGANIZATION, Shape.REF, Field.When.MOVES, "")),
          Kind.Ending.NEVER,
          Deed.Needs.KEY,
          new Deed(3, Deed.Needs.KEY, Deed.Undo.SUPPORT_ONLY, Deed.Reach.ACCOUNT_MOVES),
          new Deed(3, Deed.Needs.KEY, Deed.Undo.FREE, Deed.Reach.ACCOUNT_MOVES),
          new Deed(0, Deed.Needs.KEY, Deed.Undo.SUPPORT_ONLY));

  private PlacementKind() {}
}
