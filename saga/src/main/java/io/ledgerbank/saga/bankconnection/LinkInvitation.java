package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.id.BankConnectionId;
import java.net.URI;
import java.time.Instant;

/**
 * A link that was begun.
 *
 * @param authorizationUrl where its owner tells the bank to agree
 * @param expiresAt until when they have to be back
 */
record LinkInvitation(
        BankConnectionId id, BankCode bankCode, BankConnectionStatus status, URI authorizationUrl, Instant expiresAt) {}
