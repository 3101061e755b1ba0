/** What signs and verifies, as a module of its own: it is loaded late, and a late import of CommonJS has no names once it is bundled. */
export { Webhook, WebhookVerificationError } from 'standardwebhooks';
