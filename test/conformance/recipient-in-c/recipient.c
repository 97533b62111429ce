// SPDX-License-Identifier: Apache-2.0
// A recipient without our SDK: signs in with its nkey, takes what waits in its stream, verifies each statement with the hub's
// public key (Ed25519, detached JWS with the payload as it is: RFC 7515, RFC 7797), follows numbers and chain of its deliveries,
// and acknowledges. It needs libnats and libcrypto of the distribution, and nothing of this repository.
//   recipient URL PARTICIPANT NKEY SEED_FILE HUB_KEY     HUB_KEY: the 32 bytes of the public key, base64url
// Prints a line for each statement; ends with 0 where all verified and no delivery is missing, else with 1.
#include <nats/nats.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 256, waitMs = 3000 };

static void stop(const char *what) {
  fprintf(stderr, "STOP  %s\n", what);
  exit(1);
}

static void must(natsStatus status, const char *what) {
  if (status == NATS_OK) return;
  fprintf(stderr, "STOP  could not %s: %s\n", what, natsStatus_GetText(status));
  exit(1);
}

// Strict base64url without padding. Gives the number of bytes, or -1.
static int decode(const char *text, size_t length, unsigned char *out, size_t room) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  unsigned bits = 0, held = 0;
  size_t bytes = 0;
  for (size_t i = 0; i < length; i++) {
    const char *at = strchr(letters, text[i]);
    if (at == NULL || text[i] == '\0') return -1;
    held = held << 6 | (unsigned)(at - letters);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    if (bytes == room) return -1;
    out[bytes++] = (unsigned char)(held >> bits & 0xff);
  }
  return length % 4 == 1 || (held & ((1u << bits) - 1)) != 0 ? -1 : (int)bytes;
}

static void digestOf(const char *bytes, size_t length, char out[64]) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  unsigned char hash[SHA256_DIGEST_LENGTH + 1] = {0};
  SHA256((const unsigned char *)bytes, length, hash);
  char *to = out + sprintf(out, "sha-256:");
  for (int bit = 0; bit < 256; bit += 6) {
    unsigned pair = hash[bit / 8] << 8 | hash[bit / 8 + 1];
    *to++ = letters[pair >> (10 - bit % 8) & 0x3f];
  }
  *to = '\0';
}

// True where the signature is of this key, over `<header>.<payload>`, for this purpose.
static int verified(const char *jws, const char *typ, const char *payload, size_t length, EVP_PKEY *key) {
  const char *dot = strchr(jws, '.');
  if (dot == NULL || dot[1] != '.') return 0;
  unsigned char header[1024] = {0}, signature[64];
  size_t head = (size_t)(dot - jws);
  if (decode(jws, head, header, sizeof header - 1) < 0) return 0;
  char purpose[128];
  snprintf(purpose, sizeof purpose, "\"typ\":\"%s\"", typ);
  if (strstr((char *)header, purpose) == NULL || strstr((char *)header, "\"b64\":false") == NULL) return 0;
  if (decode(dot + 2, strlen(dot + 2), signature, sizeof signature) != 64) return 0;
  char *input = malloc(head + 1 + length);
  if (input == NULL) stop("no memory is left");
  memcpy(input, jws, head + 1);
  memcpy(input + head + 1, payload, length);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  int fits = EVP_DigestVerifyInit(context, NULL, NULL, NULL, key) == 1 &&
             EVP_DigestVerify(context, signature, 64, (unsigned char *)input, head + 1 + length) == 1;
  EVP_MD_CTX_free(context);
  free(input);
  return fits;
}

// Copies what stands after a name in JSON up to a quote, comma or brace. The hub writes no such name inside a text.
static int member(const char *json, const char *name, char *out, size_t room) {
  const char *at = strstr(json, name);
  if (at == NULL) return 0;
  at += strlen(name);
  if (*at == '"') at++;
  size_t length = strcspn(at, "\",}");
  if (length >= room) return 0;
  memcpy(out, at, length);
  out[length] = '\0';
  return 1;
}

int main(int words, char **word) {
  if (words != 6) stop("use: recipient URL PARTICIPANT NKEY SEED_FILE HUB_KEY");
  const char *participant = word[2];
  unsigned char raw[32];
  if (decode(word[5], strlen(word[5]), raw, sizeof raw) != 32) stop("the hub's key is not 32 bytes in base64url");
  EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, raw, sizeof raw);
  char inbox[64], subject[128], ask[96];
  snprintf(inbox, sizeof inbox, "_INBOX_%s", participant);
  snprintf(subject, sizeof subject, "HUBJS.CONSUMER.MSG.NEXT.OUT_%s.%s", participant, participant);
  snprintf(ask, sizeof ask, "{\"batch\":%d,\"no_wait\":true}", most);

  natsOptions *options = NULL;
  natsConnection *connection = NULL;
  must(natsOptions_Create(&options), "make options");
  must(natsOptions_SetURL(options, word[1]), "take the address");
  must(natsOptions_SetNKeyFromSeed(options, word[3], word[4]), "take the nkey");
  must(natsOptions_SetCustomInboxPrefix(options, inbox), "take the inbox");
  must(natsConnection_Connect(&connection, options), "sign in");

  natsInbox *reply = NULL;
  natsSubscription *answers = NULL;
  must(natsInbox_Create(&reply), "make an inbox");
  char own[128];
  snprintf(own, sizeof own, "%s.%s", inbox, strrchr(reply, '.') + 1);
  must(natsConnection_SubscribeSync(&answers, connection, own), "listen");
  must(natsConnection_PublishRequest(connection, subject, own, ask, (int)strlen(ask)), "ask for statements");

  long deliveries = 0, others = 0, wrong = 0, last = 0;
  char head[64] = "";
  for (;;) {
    natsMsg *message = NULL;
    natsStatus status = natsSubscription_NextMsg(&message, answers, waitMs);
    if (status == NATS_TIMEOUT) break;
    must(status, "take a statement");
    const char *end = NULL;
    // 404 and 408 of the broker: there is nothing more.
    if (natsMsgHeader_Get(message, "Status", &end) == NATS_OK) {
      natsMsg_Destroy(message);
      break;
    }
    const char *name = natsMsg_GetSubject(message), *json = natsMsg_GetData(message), *jws = NULL;
    size_t length = (size_t)natsMsg_GetDataLength(message);
    const char *kind = strrchr(name, '.') == NULL ? name : strrchr(name, '.') + 1;
    char typ[64], digest[64], number[32] = "", previous[64] = "";
    snprintf(typ, sizeof typ, "corridor-%s", kind);
    natsMsgHeader_Get(message, "Corridor-Signature", &jws);
    digestOf(json, length, digest);
    if (jws == NULL || !verified(jws, typ, json, length, key)) {
      // Not acknowledged: it stays where it is.
      printf("WRONG     %s %s\n", kind, digest);
      wrong++;
      natsMsg_Destroy(message);
      continue;
    } else if (strcmp(kind, "delivery") != 0) {
      printf("OK        %s %s\n", kind, digest);
      others++;
    } else {
      member(json, "\"number\":", number, sizeof number);
      member(json, "\"previous\":", previous, sizeof previous);
      long n = strtol(number, NULL, 10);
      int follows = n == last + 1 && (last == 0 || strcmp(previous, head) == 0);
      printf("%s  delivery %ld %s\n", follows ? "OK      " : "MISSING ", n, digest);
      if (!follows) wrong++;
      deliveries++;
      last = n;
      strcpy(head, digest);
    }
    must(natsConnection_PublishString(connection, natsMsg_GetReply(message), "+ACK"), "acknowledge");
    natsMsg_Destroy(message);
  }
  must(natsConnection_FlushTimeout(connection, waitMs), "flush");
  printf("%ld deliveries, %ld other statements, %ld wrong or missing\n", deliveries, others, wrong);
  natsSubscription_Destroy(answers);
  natsInbox_Destroy(reply);
  natsConnection_Destroy(connection);
  natsOptions_Destroy(options);
  EVP_PKEY_free(key);
  return wrong == 0 ? 0 : 1;
}
