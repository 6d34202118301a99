package dev.orgform.kinds.organization;

import dev.orgform.model.Deed;
import dev.orgform.model.Field;
import dev.orgform.model.Field.Shape;
import dev.orgform.model.Kind;
import java.util.List;

/** What pure code knows of an organization. */
public final class OrganizationKind {
  public static final String NAME = "name";
  public static final String PARENT = "parent";

  /** Source: PUT /organizations/{id} takes only {@code name}; the API cannot move one. */
  public static final Kind ORGANIZATION =
      new Kind(
          "organization",
          "cloudflare_organization",
          10,
          new Kind.Form.Branch(),
          List.of(
              Field.any(NAME, Shape.TEXT),
              Field.atBirth(
                  PARENT,
                  Shape.REF,
                  "The API has no request that moves an organization to another parent.")),
          Kind.Ending.BY_DELETE,
          Deed.Needs.TOKEN_OR_KEY,
          new Deed(3, Deed.Needs.TOKEN_OR_KEY, Deed.Undo.COSTLY, Deed.Reach.CREATOR_BECOMES),
          new Deed(2, Deed.Needs.KEY, Deed.Undo.FREE),
          new Deed(3, Deed.Needs.KEY, Deed.Undo.SUPPORT_ONLY, Deed.Reach.MEMBERS_CEASE));

  private OrganizationKind() {}
}
