package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A member as its JSON on the wire. */
final class MemberView {
  private MemberView() {}

  static ObjectNode of(Member member) {
    ObjectNode view = Json.object().put("id", member.id()).put("status", member.status().word());
    view.putObject("user")
        .put("id", member.user().id())
        .put("email", member.user().email())
        .put("name", member.user().name())
        .put("two_factor_authentication_enabled", member.user().twoFactor());
    view.putObject("meta");
    return view.put("create_time", member.createTime().toString())
        .put("update_time", member.updateTime().toString());
  }
}
