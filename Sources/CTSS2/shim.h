#pragma once
// Declarations only: the libraries are opened at run time, so that the program starts without them too.
#include <tss2/tss2_esys.h>
#include <tss2/tss2_mu.h>
#include <tss2/tss2_tctildr.h>

typedef __typeof__(Tss2_TctiLdr_Initialize) *TctiLdrInitialize;
typedef __typeof__(Tss2_TctiLdr_Finalize) *TctiLdrFinalize;
typedef __typeof__(Esys_Initialize) *EsysInitialize;
typedef __typeof__(Esys_Finalize) *EsysFinalize;
typedef __typeof__(Esys_CreatePrimary) *EsysCreatePrimary;
typedef __typeof__(Esys_StartAuthSession) *EsysStartAuthSession;
typedef __typeof__(Esys_TRSess_SetAttributes) *EsysSetAttributes;
typedef __typeof__(Esys_Create) *EsysCreate;
typedef __typeof__(Esys_Load) *EsysLoad;
typedef __typeof__(Esys_Unseal) *EsysUnseal;
typedef __typeof__(Esys_FlushContext) *EsysFlushContext;
typedef __typeof__(Esys_Free) *EsysFree;
typedef __typeof__(Tss2_MU_TPM2B_PUBLIC_Marshal) *MarshalPublic;
typedef __typeof__(Tss2_MU_TPM2B_PUBLIC_Unmarshal) *UnmarshalPublic;
typedef __typeof__(Tss2_MU_TPM2B_PRIVATE_Marshal) *MarshalPrivate;
typedef __typeof__(Tss2_MU_TPM2B_PRIVATE_Unmarshal) *UnmarshalPrivate;
