package dev.orgform.kinds.member;

import dev.orgform.model.Deed;
import dev.orgform.model.Field;
import dev.orgform.model.Field.Shape;
import dev.orgform.model.Kind;
import java.util.List;

/** What pure code knows of a member of an organization. */
public final class MemberKind {
  public static final String ORGANIZATION = "organization";
  public static final String EMAIL = "email";

  /** How far a membership has come, in the API's words; nothing that anybody declares. */
  static final String STATUS = "status";

  /** Whether the person has two-factor authentication on; nothing that anybody declares. */
  static final String TWO_FACTOR = Kind.TWO_FACTOR;

  /**
   * Source: GET, POST and DELETE under /organizations/{id}/members; there is no request that
   * changes a member, and the only role is Organization Super Administrator.
   */
  public static final Kind MEMBER =
      new Kind(
          "member",
          "cloudflare_organization_member",
          30,
          new Kind.Form.Roster("members", ORGANIZATION, EMAIL),
          List.of(
              Field.atBirth(
                  ORGANIZATION, Shape.REF, "A membership belongs to one organization for ever."),
              Field.atBirth(EMAIL, Shape.TEXT, "A membership belongs to one person for ever.")),
          Kind.Ending.BY_DELETE,
          Deed.Needs.KEY,
          new Deed(3, Deed.Needs.KEY, Deed.Undo.FREE, Deed.Reach.PERSON_BECOMES),
          new Deed(0, Deed.Needs.KEY, Deed.Undo.FREE),
          new Deed(2, Deed.Needs.KEY, Deed.Undo.COSTLY, Deed.Reach.PERSON_CEASES));

  private MemberKind() {}
}
