/** What Slack takes in the parts of a manifest that Dateline has, from its manifest reference. Nothing else is allowed. */
const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
const flag = { type: 'boolean' };
const address = { type: 'string', pattern: '^https?://', maxLength: 3000 };
const names = (maxItems: number) => ({ type: 'array', maxItems, uniqueItems: true, items: text(50) });
const only = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

export const manifestSchema = only(
  {
    _metadata: only({ major_version: { enum: [1, 2] } }),
    display_information: only(
      {
        name: text(35),
        description: text(140),
        long_description: text(4000, 175),
        background_color: { type: 'string', pattern: '^#(?:[0-9a-fA-F]{3}){1,2}$' },
      },
      ['name'],
    ),
    features: only({
      agent_view: only({
        agent_description: text(300),
        suggested_prompts: {
          type: 'array',
          maxItems: 4,
          items: only({ title: text(75), message: text(1000) }, ['title', 'message']),
        },
      }),
      app_home: only({ home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
      bot_user: only({ display_name: { ...text(80), pattern: '^[A-Za-z0-9._-]+$' }, always_online: flag }, [
        'display_name',
      ]),
      shortcuts: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        items: only(
          { name: text(24), type: { enum: ['message', 'global'] }, callback_id: text(255), description: text(150) },
          ['name', 'type', 'callback_id', 'description'],
        ),
      },
      slash_commands: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: only(
          {
            command: { type: 'string', pattern: '^/[a-z0-9_-]+$', maxLength: 32 },
            url: address,
            description: text(2000),
            usage_hint: text(1000),
            should_escape: flag,
          },
          ['command', 'description'],
        ),
      },
    }),
    oauth_config: only({ scopes: only({ bot: names(255), bot_optional: names(255) }) }),
    settings: only({
      event_subscriptions: only({ request_url: address, bot_events: names(100) }),
      interactivity: only({ is_enabled: flag, request_url: address, message_menu_options_url: address }, [
        'is_enabled',
      ]),
      org_deploy_enabled: flag,
      socket_mode_enabled: flag,
      token_rotation_enabled: flag,
    }),
  },
  ['display_information'],
);
