// Calls every organization and profile method of Cloudflare's own SDK against the sandbox at the base URL given
// (an empty one, with default knobs), and exits non-zero at the first answer that is not what the SDK promises.
import assert from 'node:assert/strict';
import Cloudflare, { BadRequestError, NotFoundError, PermissionDeniedError } from 'cloudflare';

const baseURL = process.argv[2];
if (!baseURL) {
  console.error('usage: node run.mjs http://127.0.0.1:PORT/client/v4');
  process.exit(64);
}
const key = { apiEmail: 'sdk@example.com', apiKey: 'sdk-key', apiToken: null };
const token = { apiEmail: null, apiKey: null, apiToken: 'sdk-token' };
const client = (credential) => new Cloudflare({ baseURL, maxRetries: 0, timeout: 20_000, ...credential });
const { organizations } = client(key);
const profile = {
  business_address: '{"line1":"1 Way"}',
  business_email: 'office@north.example',
  business_name: 'North',
  business_phone: '+1 555 0100',
  external_metadata: '{"key":"value"}',
};

const names = async (query) => {
  const page = await organizations.list(query);
  return page.getPaginatedItems().map((organization) => organization.name);
};

const checks = {
  async 'organizations.create makes a root'() {
    const root = await organizations.create({ name: 'sdk root' });
    assert.match(root.id, /^[0-9a-f]{32}$/);
    assert.equal(root.name, 'sdk root');
    assert.ok(!Number.isNaN(Date.parse(root.create_time)));
    assert.deepEqual(root.meta.hierarchy_tags, [root.id]);
    assert.equal(Object.keys(root.meta.tenant_flags).length, 8);
    assert.equal(root.parent, undefined);
    this.root = root;
  },
  async 'organizations.create makes a sub-organization with a profile'() {
    const child = await organizations.create({ name: 'sdk child', parent: { id: this.root.id }, profile });
    assert.deepEqual(child.parent, { id: this.root.id, name: 'sdk root' });
    assert.deepEqual(child.meta.hierarchy_tags, [this.root.id, child.id]);
    this.child = child;
  },
  async 'organizations.get gives what create gave'() {
    assert.deepEqual(await organizations.get(this.child.id), this.child);
  },
  async 'organizations.update renames'() {
    this.child = await organizations.update(this.child.id, { name: 'SDK kid' });
    assert.equal(this.child.name, 'SDK kid');
    assert.deepEqual(await organizations.get(this.child.id), this.child);
  },
  async 'organizations.list filters as the SDK spells it'() {
    assert.deepEqual(await names({}), ['sdk root', 'SDK kid']);
    assert.deepEqual(await names({ parent: { id: 'null' } }), ['sdk root']);
    assert.deepEqual(await names({ parent: { id: this.root.id } }), ['SDK kid']);
    assert.deepEqual(await names({ id: [this.child.id, this.root.id] }), ['sdk root', 'SDK kid']);
    assert.deepEqual(await names({ id: [this.child.id] }), ['SDK kid']);
    assert.deepEqual(await names({ name: { startsWith: 'Sdk K' } }), ['SDK kid']);
    assert.deepEqual(await names({ name: { endsWith: 'ROOT' } }), ['sdk root']);
    assert.deepEqual(await names({ name: { contains: 'k k' } }), ['SDK kid']);
    assert.deepEqual(await names({ containing: { organization: this.child.id } }), ['sdk root']);
    assert.deepEqual(await names({ containing: { account: 'none' } }), []);
  },
  async 'organizations.list gives pages'() {
    const first = await organizations.list({ page_size: 1 });
    assert.deepEqual(first.getPaginatedItems(), [await organizations.get(this.root.id)]);
    const { next_page_token: next, total_size: total } = first.result_info ?? first.body?.result_info ?? {};
    assert.equal(total, 2);
    assert.deepEqual(await names({ page_size: 1, page_token: next }), ['SDK kid']);
    const all = [];
    for await (const organization of organizations.list({ page_size: 1000 })) all.push(organization.id);
    assert.deepEqual(all, [this.root.id, this.child.id]);
  },
  async 'organizationProfile.get of none is a NotFoundError'() {
    await assert.rejects(organizations.organizationProfile.get(this.root.id), NotFoundError);
  },
  async 'organizationProfile.update answers nothing and get gives it back'() {
    const api = organizations.organizationProfile;
    assert.deepEqual(await api.get(this.child.id), profile);
    const { response } = await api.update(this.root.id, profile).withResponse();
    assert.equal(response.status, 204);
    assert.deepEqual(await api.get(this.root.id), profile);
    await api.update(this.root.id, { ...profile, business_name: 'South' });
    assert.equal((await api.get(this.root.id)).business_name, 'South');
  },
  async 'organizationProfile.update of a part is a BadRequestError'() {
    const part = { business_name: 'North' };
    await assert.rejects(organizations.organizationProfile.update(this.root.id, part), BadRequestError);
  },
  async 'a token may list and create, and nothing else'() {
    const byToken = client(token).organizations;
    assert.equal((await byToken.list()).getPaginatedItems().length, 2);
    this.extra = await byToken.create({ name: 'by token' });
    await assert.rejects(byToken.get(this.extra.id), (error) => {
      assert.ok(error instanceof PermissionDeniedError);
      assert.equal(error.errors[0].code, 10000);
      return true;
    });
    await assert.rejects(byToken.delete(this.extra.id), PermissionDeniedError);
  },
  async 'organizations.delete wants it empty, and ends in NotFoundError'() {
    await assert.rejects(organizations.delete(this.root.id), BadRequestError);
    for (const { id } of [this.child, this.root, this.extra]) {
      assert.deepEqual(await organizations.delete(id), { id });
      await assert.rejects(organizations.delete(id), NotFoundError);
      await assert.rejects(organizations.get(id), NotFoundError);
    }
    assert.deepEqual(await names({}), []);
  },
};

const world = {};
for (const [name, check] of Object.entries(checks)) {
  try {
    await check.call(world);
    console.log(`ok   ${name}`);
  } catch (error) {
    console.error(`FAIL ${name}\n${error.stack}`);
    process.exit(1);
  }
}
